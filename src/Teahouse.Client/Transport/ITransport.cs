namespace Teahouse.Client;

/// <summary>
/// A connection that is up: lines in, lines out. One reader and one writer at a time, who may be different threads.
/// A broken connection throws <see cref="TransportException"/>; disposing closes it.
/// </summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>The next line without CR LF, valid until the next call; null after the peer has closed in order.</summary>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel);

    /// <summary>Sends one line, given with its CR LF; when the task ends the operating system has it, which says nothing about the peer.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancel);
}

/// <summary>The connection could not be made, or broke.</summary>
public sealed class TransportException(Problem problem, Exception? cause = null)
    : Exception(problem.Detail, cause)
{
    public Problem Problem { get; } = problem;
}
