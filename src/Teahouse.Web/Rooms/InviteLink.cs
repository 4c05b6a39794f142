namespace Teahouse.Web.Rooms;

/// <summary>The address that lets somebody into a room: <c>/join/&lt;room&gt;/&lt;token&gt;</c>.</summary>
/// <param name="Room">With its <c>#</c>.</param>
public sealed record InviteLink(string Room, string Token)
{
    private const string Prefix = "join/";

    public static string To(string page, string room, string token) => $"{page}{Prefix}{Uri.EscapeDataString(room[1..])}/{Uri.EscapeDataString(token)}";

    /// <param name="path">An address below the page's base.</param>
    /// <returns>Null if it is another one.</returns>
    public static InviteLink? Read(string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        return path[Prefix.Length..].Split('?', '#')[0].Split('/') is [{ Length: > 0 } room, { Length: > 0 } token]
            ? new("#" + Uri.UnescapeDataString(room), Uri.UnescapeDataString(token))
            : null;
    }
}
