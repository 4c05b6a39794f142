using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.Check.Servers;

/// <summary>A server that the checker starts by a command line, and may kill. Its process is ended with this.</summary>
internal sealed class ServerCommand(string command, EndPoint address, TimeProvider time) : IAsyncDisposable
{
    private const int RememberedLines = 20;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Queue<string> _output = new();
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    /// <summary>How often it ended though nobody had killed it.</summary>
    public int Ended { get; private set; }

    public int Kills { get; private set; }

    /// <summary>The last it wrote.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_output) return [.. _output];
        }
    }

    /// <summary>Returns when it takes connections.</summary>
    /// <exception cref="ServerException">It ends instead, or takes none within the time.</exception>
    public async Task StartAsync(TimeSpan within, CancellationToken cancel)
    {
        var process = _process = Process.Start(Shell())!;
        process.StandardInput.Close();
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        var begin = time.GetTimestamp();
        while (!await ListensAsync(cancel))
        {
            if (process.HasExited) throw new ServerException($"The server ended at its start:\n{string.Join('\n', LastLines)}");
            if (time.GetElapsedTime(begin) > within) throw new ServerException($"The server takes no connections at {address}:\n{string.Join('\n', LastLines)}");
            await Task.Delay(Look, time, cancel);
        }
    }

    /// <summary>Ends it at once, without a warning (SIGKILL), if it still runs.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        if (process.HasExited) Ended++;
        else Kills++;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await _reading;
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
    }

    /// <summary>True if it ended though nobody had killed it.</summary>
    public bool HasEnded => _process is { HasExited: true };

    private ProcessStartInfo Shell()
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", $"/d /s /c \"{command}\"")
            // The shell becomes the server, so that the server is what is killed.
            : new ProcessStartInfo("/bin/sh", ["-c", $"exec {command}"]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }

    private async Task<bool> ListensAsync(CancellationToken cancel)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (_output)
            {
                _output.Enqueue(line);
                if (_output.Count > RememberedLines) _output.Dequeue();
            }
        }
    }
}
