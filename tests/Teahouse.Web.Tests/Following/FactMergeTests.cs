using Teahouse.Web.Following;

namespace Teahouse.Web.Tests.Following;

public sealed class FactMergeTests
{
    [Theory]
    // before, here, there; then what changes here and there: "-" nothing, "" it is removed.
    [InlineData("a", "a", "a", "-", "-")]
    [InlineData("a", "a", "b", "b", "-")]
    [InlineData("a", "a", "", "", "-")]
    [InlineData("", "", "b", "b", "-")]
    [InlineData("a", "b", "a", "-", "b")]
    [InlineData("a", "", "a", "-", "")]
    [InlineData("", "b", "", "-", "b")]
    [InlineData("a", "b", "c", "-", "b")]
    [InlineData("a", "b", "b", "-", "-")]
    [InlineData("a", "", "", "-", "-")]
    public void Whoever_has_changed_something_counts_and_this_device_if_both_have(string before, string here, string there, string changesHere, string changesThere)
    {
        var merge = FactMerge.Of(Facts(before), Facts(here), Facts(there));
        Assert.Equal((changesHere, changesThere), (Change(merge.Here), Change(merge.There)));
    }

    private static Dictionary<string, string> Facts(string value) => value.Length == 0 ? [] : new() { ["k"] = value };

    private static string Change(IReadOnlyDictionary<string, string?> changes) => changes.TryGetValue("k", out var value) ? value ?? "" : "-";
}
