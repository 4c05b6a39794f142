using System.Buffers;

namespace Teahouse.Protocol;

/// <summary>Writes messages as lines with CR LF. A lone surrogate is written as U+FFFD; lengths are the caller's to keep.</summary>
public static class MessageWriter
{
    /// <summary>The line in an array of exactly its length.</summary>
    public static byte[] ToBytes(Message message)
    {
        var line = new LineWriter(stackalloc byte[1024]);
        Write(ref line, message);
        return line.ToArray();
    }

    public static void Write(IBufferWriter<byte> output, Message message)
    {
        var line = new LineWriter(output);
        Write(ref line, message);
        line.End();
    }

    private static void Write(ref LineWriter line, Message message)
    {
        line.Tags(message.Tags);
        if (message.Source is not null) line.Source(message.Source);
        line.Command(message.Command);
        var parameters = message.Parameters.AsSpan();
        if (parameters.IsEmpty) return;
        foreach (var parameter in parameters[..^1]) line.Parameter(parameter);
        line.Last(parameters[^1]);
    }
}
