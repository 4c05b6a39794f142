using System.Buffers;
using System.Text;

namespace Teahouse.Protocol.Fuzz;

/// <summary>What must be true of every input, whatever bytes it is made of.</summary>
internal static class Invariants
{
    // The first line read fills tables, which is no allocation of the lines that follow. Not before the first input: instrumented
    // code must not run before the fuzzer is ready.
    static Invariants() => _ = MessageParser.Parse("@time=1 :a!b@c PRIVMSG #a :b");

    /// <summary>How many inputs had a line that was accepted.</summary>
    public static int Accepted { get; private set; }

    /// <exception cref="InvariantException">One of them is not.</exception>
    public static void Check(ReadOnlySpan<byte> input)
    {
        // The input as one line, and as a stream of lines.
        var accepted = CheckLine(input);
        foreach (var line in CheckReader(input.ToArray())) accepted |= CheckLine(line);
        if (accepted) Accepted++;
        ValueInvariants.Check(Encoding.UTF8.GetString(input), input);
    }

    public static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvariantException(invariant);
    }

    private static bool CheckLine(ReadOnlySpan<byte> line)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var server = MessageParser.TryParse(line, ParseLimits.Server, out var atServer, out var error);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Require(server == (atServer is not null) && server == (error == ParseError.None), "a message or an error, never both");
        if (!server) Require(allocated == 0, "a refused line allocates nothing");

        var client = MessageParser.TryParse(line, ParseLimits.Client, out var atClient, out _);
        if (server) Require(client && atServer!.Equals(atClient), "a client reads what a server reads");
        if (client) CheckMessage(atClient!);
        return client;
    }

    private static void CheckMessage(Message message)
    {
        var bytes = MessageWriter.ToBytes(message);
        Require(bytes.AsSpan().IndexOfAny((byte)'\r', (byte)'\n', (byte)0) == bytes.Length - 2, "one line end, at the end, and no NUL");
        // Values may be longer when written: what needed no escape in the input may need one.
        var limits = new ParseLimits(100_000, 100_000, 100_000);
        Require(MessageParser.TryParse(bytes.AsSpan()[..^2], limits, out var again, out _), "what is written can be read");
        Require(message.Equals(again) && message.GetHashCode() == again!.GetHashCode(), "what is written reads back as itself");
        Require(MessageWriter.ToBytes(again!).AsSpan().SequenceEqual(bytes), "writing is the same each time");

        var output = new ArrayBufferWriter<byte>(16);
        MessageWriter.Write(output, message);
        Require(output.WrittenSpan.SequenceEqual(bytes), "both writers write the same");
        var rebuilt = new Message(message.Tags, message.Source, message.Command, message.Parameters.AsSpan());
        Require(rebuilt.Equals(message), "every message read could have been made by hand");
    }

    private static List<byte[]> CheckReader(byte[] input)
    {
        var whole = Cut(input, ParseLimits.Server.Total, input.Length);
        Require(Same(whole, Cut(input, ParseLimits.Server.Total, 1 + (input.Length / 3))), "lines do not depend on how bytes arrive");
        Require(Same(Cut(input, 16, input.Length), Cut(input, 16, 5)), "nor with lines that are too long");
        return whole;
    }

    private static bool Same(List<byte[]> one, List<byte[]> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <summary>The lines of a stream that arrives in pieces of a size; a line too long is an empty one.</summary>
    private static List<byte[]> Cut(byte[] input, int limit, int size)
    {
        var reader = new LineReader(limit);
        var lines = new List<byte[]>();
        for (int start = 0, end = 0; end < input.Length;)
        {
            end = Math.Min(end + Math.Max(size, 1), input.Length);
            var buffer = new ReadOnlySequence<byte>(input, start, end - start);
            LineStatus status;
            while ((status = reader.TryRead(ref buffer, out var line)) != LineStatus.NeedMore)
            {
                Require(line.Length < limit && line.PositionOf((byte)'\n') is null, "a line is within its limit and has no line end in it");
                lines.Add(status == LineStatus.Line ? line.ToArray() : []);
            }
            Require(buffer.Length < limit, "no more is kept than a line may have");
            start = end - (int)buffer.Length;
        }
        return lines;
    }
}
