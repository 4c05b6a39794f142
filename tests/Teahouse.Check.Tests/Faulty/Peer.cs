using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Teahouse.Protocol;

namespace Teahouse.Check.Tests.Faulty;

/// <summary>A connection to a <see cref="FaultyServer"/>.</summary>
internal sealed class Peer(TcpClient connection, FaultyServer server)
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public string Nick { get; set; } = "";

    public string? Account { get; set; }

    public bool IsNegotiating { get; set; }

    public bool IsRegistered { get; set; }

    public void Send(string line) => _lines.Writer.TryWrite(line);

    public async Task RunAsync(CancellationToken stop)
    {
        using (connection)
        {
            var stream = connection.GetStream();
            var writing = WriteAsync(stream);
            try
            {
                await ReadAsync(PipeReader.Create(stream, new(leaveOpen: true)), stop);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The client has gone, or the server stops.
            }
            server.Leave(this);
            _lines.Writer.Complete();
            await writing;
        }
    }

    /// <summary>A line that was cut off is none.</summary>
    private async Task ReadAsync(PipeReader reader, CancellationToken stop)
    {
        var lines = new LineReader(ParseLimits.Server.Total);
        while (await reader.ReadAsync(stop) is { } read)
        {
            var rest = read.Buffer;
            while (lines.TryRead(ref rest, out var line) == LineStatus.Line)
                if (MessageParser.TryParse(line, ParseLimits.Server, out var message, out _)) server.Hear(this, message);
            if (read.IsCompleted) return;
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private async Task WriteAsync(NetworkStream stream)
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync()) await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"));
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }
}
