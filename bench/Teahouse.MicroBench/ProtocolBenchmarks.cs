using System.Buffers;
using BenchmarkDotNet.Attributes;
using Teahouse.Protocol;

namespace Teahouse.MicroBench;

/// <summary>A line in, a line out.</summary>
[MemoryDiagnoser]
public class ProtocolBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);

    [Benchmark]
    public bool Parse() => MessageParser.TryParse(Samples.Line, out _, out _);

    [Benchmark]
    public int Write()
    {
        _output.ResetWrittenCount();
        var line = new LineWriter(_output);
        line.Tag("msgid", "AbCdEfGhIjKlMnOpQrStUv");
        line.Source("ann!ann@guest/1a2b3c4d");
        line.Command("PRIVMSG");
        line.Parameter("#tea");
        line.Trailing(Samples.Text);
        line.End();
        return _output.WrittenCount;
    }
}
