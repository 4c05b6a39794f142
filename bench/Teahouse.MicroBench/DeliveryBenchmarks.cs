using BenchmarkDotNet.Attributes;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Search;

namespace Teahouse.MicroBench;

/// <summary>What happens once for each message, however many hear it: how it looks to clients of two kinds, how it is kept, its words.</summary>
[MemoryDiagnoser]
public class DeliveryBenchmarks
{
    private const CapabilitySet Modern = CapabilitySet.MessageTags | CapabilitySet.ServerTime | CapabilitySet.AccountTag | CapabilitySet.Seq;

    private readonly Event _message = Samples.Message(1);

    [Benchmark]
    public int RenderForTwoKinds()
    {
        var message = new RenderedMessage(_message);
        return message.For(CapabilitySet.None).Length + message.For(Modern).Length;
    }

    [Benchmark]
    public int Encode() => EventCodec.Encode(_message.Kind, _message.Source, _message.Parameters, _message.Tags).Length;

    [Benchmark]
    public int Words() => SearchWords.Of(Samples.Text).Count;
}
