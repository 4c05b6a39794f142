using System.Diagnostics;

namespace Teahouse.EndToEnd.Terminals;

/// <summary>A program in a terminal that nobody looks at (tmux): keys go in, the screen can be read.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private const int Columns = 200;
    private const int Rows = 50;

    private readonly string _socket;

    private Terminal(string socket) => _socket = socket;

    /// <param name="folder">The program's home folder, and its temporary one.</param>
    /// <exception cref="InvalidOperationException">tmux is missing or refuses.</exception>
    public static async Task<Terminal> StartAsync(string folder, params string[] command)
    {
        var terminal = new Terminal(Path.Combine(folder, "tmux"));
        await terminal.TmuxAsync(
        [
            "-f", "/dev/null", "new-session", "-d", "-x", $"{Columns}", "-y", $"{Rows}",
            "env", "LC_ALL=C.UTF-8", "TERM=screen-256color", $"HOME={folder}", $"TMPDIR={folder}", .. command,
        ]);
        return terminal;
    }

    /// <summary>Types a line, and Enter.</summary>
    public async Task TypeAsync(string line)
    {
        await TmuxAsync(["send-keys", "-l", line]);
        await TmuxAsync(["send-keys", "Enter"]);
    }

    /// <summary>What can be seen, and what has scrolled away.</summary>
    public Task<string> ScreenAsync() => TmuxAsync(["capture-pane", "-p", "-J", "-S", "-1000"]);

    /// <summary>Waits until the screen has a line with all of these words.</summary>
    /// <param name="times">In how many lines.</param>
    public async Task ExpectAsync(string[] words, int times = 1)
    {
        var screen = "";
        await Patience.SeeAsync(
            async () =>
            {
                screen = await ScreenAsync();
                return screen.Split('\n').Count(line => words.All(word => line.Contains(word, StringComparison.Ordinal))) >= times ? screen : null;
            },
            () => $"No line with \"{string.Join("\", \"", words)}\" ({times}) on the screen:\n{screen.TrimEnd()}");
    }

    public Task ExpectAsync(params string[] words) => ExpectAsync(words, times: 1);

    /// <summary>Ends the program, and returns when it has ended: until then it may write to its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        var program = (await TmuxAsync(["list-panes", "-F", "#{pane_pid}"])).Trim();
        await TmuxAsync(["kill-server"]);
        await Patience.SeeAsync(async () => await HasEndedAsync(program) ? program : null, () => $"The program in the terminal ({program}) did not end.");
    }

    // A zombie has ended too: whoever is its parent now takes its time.
    private static async Task<bool> HasEndedAsync(string program)
    {
        try
        {
            var told = await File.ReadAllTextAsync($"/proc/{program}/stat");
            return told[(told.LastIndexOf(')') + 2)..][0] == 'Z';
        }
        catch (IOException)
        {
            // Its folder in /proc is gone, and so is it.
            return true;
        }
    }

    private async Task<string> TmuxAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("tmux", ["-u", "-S", _socket, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TERM"] = "screen-256color";
        start.Environment.Remove("TMUX");
        using var tmux = Process.Start(start)!;
        tmux.StandardInput.Close();
        using var patience = Patience.Start();
        var errors = tmux.StandardError.ReadToEndAsync(patience.Token);
        var output = await tmux.StandardOutput.ReadToEndAsync(patience.Token);
        await tmux.WaitForExitAsync(patience.Token);
        return tmux.ExitCode == 0 ? output : throw new InvalidOperationException($"tmux {arguments[0]}: {await errors}");
    }
}
