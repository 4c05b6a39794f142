using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Core.Accounts;
using Teahouse.Core.Users;

namespace Teahouse.Core.Tests.Accounts;

public sealed class DeviceLinksTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly DeviceLinks _links;

    public DeviceLinksTests() => _links = new(_time, _random);

    [Fact]
    public void A_code_is_found_however_it_is_typed_and_until_its_time_is_over()
    {
        var link = _links.Begin(new(1), "pad", CancellationToken.None)!;
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}$", link.Code);
        Assert.Equal(link, _links.Find(link.Code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        _time.Advance(DeviceLinks.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(DeviceLinkState.Waiting, _links.Ask(new(1)).State);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_links.Find(link.Code));
        Assert.Null(_links.Take(link.Code, out _));
        Assert.Equal(DeviceLinkState.None, _links.Ask(new(1)).State);
    }

    [Fact]
    public void No_more_than_a_thousand_wait_and_those_that_are_over_make_room()
    {
        for (var i = 0; i < 1000; i++) Assert.NotNull(_links.Begin(new(i), "", CancellationToken.None));
        Assert.Null(_links.Begin(new(2000), "", CancellationToken.None));
        _time.Advance(DeviceLinks.Life);
        Assert.NotNull(_links.Begin(new(2000), "", CancellationToken.None));
    }

    [Fact]
    public void A_code_of_a_connection_that_ended_is_none()
    {
        using var gone = new CancellationTokenSource();
        var link = _links.Begin(new(1), "pad", gone.Token)!;
        gone.Cancel();
        Assert.Null(_links.Find(link.Code));
    }

    [Fact]
    public void Of_two_who_take_a_code_one_gets_it()
    {
        var link = _links.Begin(new(1), "pad", CancellationToken.None)!;
        Assert.Equal(new SessionId(1), _links.Take(link.Code, out _));
        Assert.Null(_links.Take(link.Code, out _));
    }

    public void Dispose() => _random.Dispose();
}
