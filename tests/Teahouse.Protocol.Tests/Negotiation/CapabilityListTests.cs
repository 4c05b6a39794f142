namespace Teahouse.Protocol.Tests.Negotiation;

public sealed class CapabilityListTests
{
    [Fact]
    public void An_offer_is_read_with_its_values()
    {
        Assert.Equal(
            [new("sasl", "PLAIN,EXTERNAL"), new("batch"), new("sts", ""), new("x", "a=b")],
            CapabilityList.Parse(" sasl=PLAIN,EXTERNAL batch  sts= =y x=a=b "));
        Assert.Empty(CapabilityList.Parse(""));
    }

    [Fact]
    public void An_offer_is_written_as_it_reads()
    {
        const string text = "sasl=PLAIN batch sts=";
        Assert.Equal(text, CapabilityList.Format(CapabilityList.Parse(text)));
        Assert.Equal("sasl batch sts", CapabilityList.Format(CapabilityList.Parse(text), withValues: false));
    }

    [Fact]
    public void A_request_switches_on_or_off()
    {
        var requests = CapabilityList.ParseRequests("batch -sasl ");
        Assert.Equal([new("batch"), new("sasl", Remove: true)], requests);
        Assert.Equal("batch -sasl", CapabilityList.Format(requests));
    }

    [Fact]
    public void A_long_list_is_cut_between_items()
    {
        Assert.Equal(["aaa bbb", "ccc", "茶茶", "longer-than-it", "d"], CapabilityList.Lines(["aaa", "bbb", "ccc", "茶茶", "longer-than-it", "d"], 8));
        Assert.Equal(["aaa bbb ccc"], CapabilityList.Lines(["aaa", "bbb", "ccc"], 11));
        Assert.Equal([""], CapabilityList.Lines([], 8));
    }
}
