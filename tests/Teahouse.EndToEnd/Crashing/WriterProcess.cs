using System.Diagnostics;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Crashing;

/// <summary>A program with our client library that writes, in a process of its own.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public static WriterProcess Start(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(ServerProgram.Root, "tests", "Teahouse.EndToEnd.Writer", "bin", configuration, "net10.0", "Teahouse.EndToEnd.Writer");
        return new(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!);
    }

    /// <returns>What it has kept next, or null when it has ended.</returns>
    public async Task<string?> ReadAsync()
    {
        using var patience = Patience.Start();
        return await _process.StandardOutput.ReadLineAsync(patience.Token);
    }

    /// <summary>SIGKILL.</summary>
    /// <returns>What it had still kept.</returns>
    public async Task<List<string>> KillAsync()
    {
        _process.Kill();
        var rest = new List<string>();
        while (await ReadAsync() is { } text) rest.Add(text);
        return rest;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
