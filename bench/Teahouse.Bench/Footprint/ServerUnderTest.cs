using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.Bench.Footprint;

/// <summary>A server process with a data folder of its own, one plain listener on loopback, and its brakes off.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _program;
    private readonly string _config;
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServerUnderTest(string program, string config, Process process, DirectoryInfo folder, IPEndPoint address, TimeSpan started)
    {
        _program = program;
        _config = config;
        _process = process;
        _folder = folder;
        Address = address;
        StartTime = started;
    }

    public IPEndPoint Address { get; }

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

    /// <param name="program">The <c>teahouse</c> program, or its .dll.</param>
    public static async Task<ServerUnderTest> StartAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("teahouse-bench");
        var address = FreeAddress();
        var config = Path.Combine(folder.FullName, "teahouse.toml");
        await File.WriteAllTextAsync(config, string.Create(CultureInfo.InvariantCulture, $"""
            [server]
            data = "{folder.FullName.Replace('\\', '/')}/data"
            [[listen]]
            address = "127.0.0.1:{address.Port}"
            [limits]
            connections_per_address = 0
            connection_rate = 0
            messages_per_second = 0
            """));
        var start = Command(program, "serve", "--config", config);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await AcceptedAsync(process, address, watch);
        return new ServerUnderTest(program, config, process, folder, address, watch.Elapsed);
    }

    public async Task AddAccountAsync(string name, string password)
    {
        var start = Command(_program, "account", "add", name, "--password-stdin", "--config", _config);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(password);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The account {name} was not made");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
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

    private static IPEndPoint FreeAddress()
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }
}
