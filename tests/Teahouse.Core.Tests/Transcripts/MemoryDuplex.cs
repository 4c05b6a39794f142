using System.IO.Pipelines;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>A connection in memory: what one end writes, the other reads.</summary>
internal sealed class MemoryDuplex(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;

    /// <param name="room">Bytes that the server may write before the client reads; 0: any number.</param>
    public static (MemoryDuplex Server, MemoryDuplex Client) Make(long room = 0)
    {
        var up = new Pipe(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
        var down = new Pipe(new PipeOptions(pauseWriterThreshold: room, resumeWriterThreshold: room / 2, useSynchronizationContext: false));
        return (new MemoryDuplex(up.Reader, down.Writer), new MemoryDuplex(down.Reader, up.Writer));
    }
}
