using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Terminals;

/// <summary>irssi, as a person starts it.</summary>
internal static class Irssi
{
    /// <summary>Connected with the line that the server's start prints, called irssi, in #lobby.</summary>
    public static async Task<Terminal> InLobbyAsync(ServerFolder folder, ServerProcess server, params string[] settings)
    {
        var irssi = await Terminal.StartAsync(folder.Path, "irssi", $"--home={folder.Path}/irssi", "--nick=irssi");
        try
        {
            await irssi.ExpectAsync("[(status)]");
            // All that happens is seen in the one window.
            foreach (var setting in settings.Prepend("autocreate_windows OFF")) await irssi.TypeAsync($"/set {setting}");
            await irssi.TypeAsync(server.IrssiLine);
            await irssi.ExpectAsync("Welcome to the");
            await irssi.TypeAsync("/join #lobby");
            await irssi.ExpectAsync("irssi", "has joined #lobby");
            return irssi;
        }
        catch
        {
            await irssi.DisposeAsync();
            throw;
        }
    }
}
