using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Teahouse.Core.Delivery;

namespace Teahouse.Core.Tests.Delivery;

/// <summary>Send queues into pipes that take only so much.</summary>
internal static class QueueScene
{
    public static readonly byte[] Hundred = new byte[100];

    /// <summary>A pipe that takes <paramref name="room"/> bytes before its reader reads.</summary>
    public static Pipe PipeOf(long room) => new(new PipeOptions(
        pauseWriterThreshold: room, resumeWriterThreshold: 1, readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline,
        useSynchronizationContext: false));

    public static (SendQueue Queue, Pipe Pipe) Make(SendBudget budget, int limit, long room)
    {
        var pipe = PipeOf(room);
        return (new SendQueue(pipe.Writer, limit, budget), pipe);
    }

    public static byte[] Line(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>Everything that can be read now.</summary>
    public static string Read(Pipe pipe)
    {
        var read = new StringBuilder();
        while (pipe.Reader.TryRead(out var result) && !result.Buffer.IsEmpty)
        {
            read.Append(Encoding.ASCII.GetString(result.Buffer));
            pipe.Reader.AdvanceTo(result.Buffer.End);
        }
        return read.ToString();
    }
}
