using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>One connection to a server in the same process, line by line.</summary>
internal sealed class WireClient(string name, ChatServer server, Transport transport = Transport.Tcp, long room = 0, string? certificate = null) : IDisposable
{
    // For a server that never answers; no test waits so long otherwise, however busy the machine is.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly (MemoryDuplex Server, MemoryDuplex Client) _wire = MemoryDuplex.Make(room);
    private readonly Queue<string> _read = new();
    private readonly CancellationTokenSource _closing = new();
    private int _barriers;

    /// <summary>Where everybody comes from who comes from nowhere else.</summary>
    public const string Home = "192.0.2.1";

    public string? Sts { get; init; }

    public string Name => name;

    /// <summary>The server's side, until it has ended.</summary>
    public Task Serving { get; private set; } = Task.CompletedTask;

    /// <summary>A barrier by PING works from now on.</summary>
    public bool Registered { get; private set; }

    /// <summary>Nothing more will come.</summary>
    public bool Ended { get; private set; }

    /// <summary>A pattern has been compared with a line since the last <see cref="ForgetAsync"/>.</summary>
    public bool Examined { get; set; }

    public WireClient Open(string address = Home)
    {
        var connection = new ConnectionInfo(IPAddress.Parse(address), Secure: true, transport, certificate) { Sts = Sts };
        Serving = server.RunSessionAsync(_wire.Server, connection, _closing.Token);
        return this;
    }

    public ValueTask SendAsync(string line) => SendRawAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

    public async ValueTask SendRawAsync(ReadOnlyMemory<byte> bytes) => await _wire.Client.Output.WriteAsync(bytes);

    /// <summary>The peer closes its side, without a word.</summary>
    public async Task DropAsync()
    {
        await _wire.Client.Output.CompleteAsync();
        await Serving.WaitAsync(Patience);
    }

    /// <summary>The listener closes the connection.</summary>
    public Task AbortAsync() => _closing.CancelAsync();

    /// <summary>Reads what the server has sent by now. Before registration there is no barrier, and nothing is read.</summary>
    public async Task CatchUpAsync()
    {
        if (Ended) return;
        if (Serving.IsCompleted)
        {
            while (await ReadLineAsync() is { } line) _read.Enqueue(line);
            return;
        }
        if (!Registered) return;
        var token = string.Create(CultureInfo.InvariantCulture, $"barrier-{++_barriers}");
        await SendAsync("PING " + token);
        while (await ReadLineAsync() is { } line && !line.EndsWith(" :" + token, StringComparison.Ordinal)) _read.Enqueue(line);
    }

    /// <summary>The next line; null if there is none by now (before registration: if the connection ends without one).</summary>
    public async Task<string?> NextAsync()
    {
        if (_read.Count == 0) await CatchUpAsync();
        if (_read.TryDequeue(out var line)) return line;
        return Registered || Ended ? null : await ReadLineAsync();
    }

    public async Task<List<string>> UnreadAsync()
    {
        await CatchUpAsync();
        return [.. _read];
    }

    /// <summary>Takes the first line that fits out of those there are by now.</summary>
    public async Task<bool> TakeAsync(Func<string, bool> fits)
    {
        List<string> lines = await UnreadAsync();
        var at = lines.FindIndex(line => fits(line));
        if (at < 0) return false;
        lines.RemoveAt(at);
        _read.Clear();
        foreach (var line in lines) _read.Enqueue(line);
        return true;
    }

    public async Task ForgetAsync()
    {
        await CatchUpAsync();
        _read.Clear();
        Examined = false;
    }

    public void Dispose() => _closing.Dispose();

    /// <summary>The next line whenever it comes; null at the end.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var input = _wire.Client.Input;
        while (!Ended)
        {
            var result = await input.ReadAsync().AsTask().WaitAsync(Patience);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(result.Buffer.Slice(0, end)).TrimEnd('\r');
                input.AdvanceTo(result.Buffer.GetPosition(1, end));
                if (line.Contains(" 001 ", StringComparison.Ordinal)) Registered = true;
                return line;
            }
            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            Ended = result.IsCompleted;
        }
        return null;
    }
}
