using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Teahouse.Server.Listeners;

/// <summary>
/// A connection whose first line may not be an HTTP request: a browser, made to talk to the IRC port by a web
/// page, would have its form's lines obeyed as commands. A person who took the wrong port is told so. After that line it
/// only passes on.
/// </summary>
internal sealed class HttpRefusingTransport(ConnectionContext connection) : PipeReader, IDuplexPipe
{
    private const int LongestLine = 8192;

    private const string Sentence = "This port speaks IRC and no HTTP: the web page is at another port";

    private readonly PipeReader _inner = connection.Transport.Input;
    private bool _decided;

    public PipeReader Input => this;

    public PipeWriter Output => connection.Transport.Output;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        _decided ? _inner.ReadAsync(cancellationToken) : ReadFirstAsync(cancellationToken);

    // What is not judged yet is read by the other way.
    public override bool TryRead(out ReadResult result)
    {
        result = default;
        return _decided && _inner.TryRead(out result);
    }

    public override void AdvanceTo(SequencePosition consumed) => _inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => _inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => _inner.Complete(exception);

    private async ValueTask<ReadResult> ReadFirstAsync(CancellationToken cancel)
    {
        var result = await _inner.ReadAsync(cancel);
        if (!IsRequest(result.Buffer)) return result;
        // The session says it in its last line, and closes.
        throw new IOException(Sentence);
    }

    private bool IsRequest(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            _decided = buffer.Length > LongestLine;
            return false;
        }

        _decided = true;
        return line.Length <= LongestLine && HttpRequestLine.Is(line.ToArray());
    }
}
