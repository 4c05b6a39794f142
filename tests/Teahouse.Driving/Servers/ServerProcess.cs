using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Teahouse.EndToEnd.Servers;

/// <summary>A running <c>teahouse serve</c>; ended, by its process id, with the test.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const string Ready = "Ctrl+C stops the server.";

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private ServerProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public int Id => _process.Id;

    /// <summary>All it has written, its errors included.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>The file of the server's own authority, as the start prints it.</summary>
    public string AuthorityFile => AuthorityPattern().Match(Output) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"The start names no authority:\n{Output}");

    /// <summary>The line for irssi, as the start prints it.</summary>
    public string IrssiLine => IrssiPattern().Match(Output) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"The start has no line for irssi:\n{Output}");

    /// <summary>The address of the web page, as the start prints it.</summary>
    public string WebPage => WebPagePattern().Match(Output) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"The start names no web page:\n{Output}");

    /// <summary>Returns when it serves.</summary>
    /// <param name="wrapper">A command that runs the program in its own process.</param>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public static async Task<ServerProcess> StartAsync(ServerFolder folder, params string[] wrapper)
    {
        folder.Write();
        var process = Process.Start(ProgramRun.StartInfo(["serve", "--config", folder.ConfigurationFile], wrapper))!;
        process.StandardInput.Close();
        var server = new ServerProcess(process);
        using var patience = Patience.Start();
        try
        {
            if (await Task.WhenAny(server._ready.Task, server._reading).WaitAsync(patience.Token) == server._ready.Task) return server;
            throw new InvalidOperationException($"The server ended at its start:\n{server.Output}");
        }
        catch (OperationCanceledException)
        {
            await server.DisposeAsync();
            throw new TimeoutException($"The server does not start:\n{server.Output}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: it gets no chance to do anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM, and its end.</summary>
    /// <returns>The exit code and how long it took.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        Signals.Terminate(_process.Id);
        await EndAsync();
        return (_process.ExitCode, watch.Elapsed);
    }

    /// <summary>Its end, whatever caused it.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = Patience.Start();
        await _process.WaitForExitAsync(patience.Token);
        await _reading.WaitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Bytes of the machine's memory that it has had, at the most, until now.</summary>
    public long PeakResidentBytes()
    {
        const string Peak = "VmHWM:";
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(Peak, StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan()[Peak.Length..].TrimEnd("kB").Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await EndAsync();
        }
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (_output) _output.Append(line).Append('\n');
            if (line == Ready) _ready.TrySetResult();
        }
    }

    [GeneratedRegex(@"-tls_cafile (\S+)")]
    private static partial Regex AuthorityPattern();

    [GeneratedRegex(@"irssi\s+(/connect .*)")]
    private static partial Regex IrssiPattern();

    [GeneratedRegex(@"Web page\s+(\S+)")]
    private static partial Regex WebPagePattern();
}
