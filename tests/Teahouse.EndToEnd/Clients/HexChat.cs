namespace Teahouse.EndToEnd.Clients;

/// <summary>HexChat with an X server and a D-Bus of its own.</summary>
internal sealed class HexChat(HexChatHome home) : IRealClient
{
    private readonly Stack<ClientProcess> _processes = new();
    private readonly Dictionary<string, string> _environment = new()
    {
        ["HOME"] = home.Path, ["XDG_CONFIG_HOME"] = home.Path, ["SSL_CERT_FILE"] = home.Authority,
    };

    private readonly WrittenLines _log = WrittenLines.OfFile(home.Log);

    public async Task StartAsync()
    {
        // Whoever is on this machine may use the display: it shows nothing but this.
        var display = Begin("Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp", "-ac");
        _environment["DISPLAY"] = ":" + await display.FirstLineAsync();
        var bus = Begin("dbus-daemon", "--session", "--nofork", "--print-address=1");
        _environment["DBUS_SESSION_BUS_ADDRESS"] = await bus.FirstLineAsync();
        Begin("hexchat", $"--cfgdir={home.Settings}");
    }

    public async Task SayAsync(string text)
    {
        await using var say = Run("hexchat", $"--cfgdir={home.Settings}", "--existing", $"--command=msg {home.Room} {text}");
        var code = await say.EndAsync();
        if (code != 0) throw new InvalidOperationException($"HexChat cannot be told what to say: {say.Output}");
    }

    public Task ExpectAsync(params string[] words) => _log.ExpectAsync(words);

    public Task ExpectInRoomAsync(int times) => _log.ExpectAsync([$"Now talking on {home.Room}"], times);

    public async ValueTask DisposeAsync()
    {
        while (_processes.TryPop(out var process)) await process.DisposeAsync();
    }

    private ClientProcess Begin(params string[] command)
    {
        var process = Run(command);
        _processes.Push(process);
        return process;
    }

    private ClientProcess Run(params string[] command) => ClientProcess.Start(_environment, [.. HexChatHome.As, .. command]);
}
