using Microsoft.Extensions.Time.Testing;
using Teahouse.Check.Driving;

namespace Teahouse.Check.Tests.Driving;

public sealed class MessageIdsTests
{
    [Fact]
    public void Ids_are_UUIDs_of_version_7_with_the_time_in_front_and_each_is_greater_than_the_last()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(0x0190_1234_5678));
        var ids = new MessageIds(new(1), time);
        var last = "";
        // More than fit into a millisecond.
        for (var i = 0; i < 5_000; i++)
        {
            var id = ids.Next();
            var guid = Guid.Parse(id);
            Assert.Equal(7, guid.Version);
            Assert.InRange(guid.Variant, 8, 11);
            Assert.True(string.CompareOrdinal(id, last) > 0);
            last = id;
        }
        Assert.StartsWith("01901234-567", last, StringComparison.Ordinal);
    }
}
