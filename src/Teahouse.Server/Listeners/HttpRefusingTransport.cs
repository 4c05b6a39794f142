using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Teahouse.Server.Listeners;

/// <summary>
/// A connection whose first line may not be an HTTP request: a browser, made to talk to the IRC port by a web
/// page, would have its form's lines obeyed as commands. After that line it only passes on.
/// </summary>
internal sealed class HttpRefusingTransport(ConnectionContext connection) : PipeReader, IDuplexPipe
{
    private const int LongestLine = 8192;

    private readonly PipeReader _inner = connection.Transport.Input;
    private bool _decided;

    public PipeReader Input => this;

    public PipeWriter Output => connection.Transport.Output;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        _decided ? await _inner.ReadAsync(cancellationToken) : Judge(await _inner.ReadAsync(cancellationToken));

    public override bool TryRead(out ReadResult result)
    {
        if (!_inner.TryRead(out result)) return false;
        result = Judge(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => _inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => _inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => _inner.Complete(exception);

    private ReadResult Judge(ReadResult result)
    {
        if (_decided) return result;
        var reader = new SequenceReader<byte>(result.Buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            _decided = result.Buffer.Length > LongestLine;
            return result;
        }

        _decided = true;
        if (line.Length > LongestLine || !HttpRequestLine.Is(line.ToArray())) return result;
        connection.Abort(new ConnectionAbortedException("An HTTP request came to an IRC port."));
        return new ReadResult(result.Buffer.Slice(result.Buffer.End), result.IsCanceled, isCompleted: true);
    }
}
