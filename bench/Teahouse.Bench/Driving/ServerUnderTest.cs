using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.Bench.Driving;

/// <summary>A server process with one plain listener on loopback, and its brakes off.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _program;
    private readonly Process _process;
    private readonly BenchFolder _folder;
    private readonly bool _isOwn;

    private ServerUnderTest(string program, Process process, BenchFolder folder, bool isOwn, TimeSpan started)
    {
        _program = program;
        _process = process;
        _folder = folder;
        _isOwn = isOwn;
        StartTime = started;
    }

    public IPEndPoint Address => _folder.Address;

    /// <summary>From the start of the process to the first accepted connection.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>The resident set in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What it has taken of the processors until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="program">The <c>teahouse</c> program, or its .dll.</param>
    /// <param name="folder">Where its data is and stays; null: in a folder of its own that goes with it.</param>
    public static async Task<ServerUnderTest> StartAsync(string program, BenchFolder? folder = null)
    {
        var isOwn = folder is null;
        folder ??= new BenchFolder();
        folder.Write();
        var start = Command(program, "serve", "--config", folder.Configuration);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) =>
        {
            if (line.Data is not null) Console.Error.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await AcceptedAsync(process, folder.Address, watch);
        return new ServerUnderTest(program, process, folder, isOwn, watch.Elapsed);
    }

    public async Task AddAccountAsync(string name, string password)
    {
        var start = Command(_program, "account", "add", name, "--password-stdin", "--config", _folder.Configuration);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(password);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The account {name} was not made");
    }

    /// <summary>SIGTERM, and its end.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_isOwn) _folder.Dispose();
    }

    private static ProcessStartInfo Command(string program, params string[] arguments) =>
        program.EndsWith(".dll", StringComparison.Ordinal) ? new("dotnet", [program, .. arguments]) : new(program, arguments);

    private static async Task AcceptedAsync(Process process, IPEndPoint address, Stopwatch watch)
    {
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(address);
                return;
            }
            catch (SocketException) when (!process.HasExited && watch.Elapsed < Patience)
            {
                // Not listening yet; a refused connection on loopback costs microseconds.
                await Task.Delay(1);
            }
        }
    }
}
