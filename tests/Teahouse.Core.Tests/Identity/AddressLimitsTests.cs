using System.Net;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Tests.Identity;

public sealed class AddressLimitsTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.1");

    private readonly ManualTime _time = new();

    private AddressLimits Make(Limits limits) => new(limits, _time);

    [Fact]
    public void Only_so_many_connections_are_open_per_address()
    {
        var limits = Make(new() { ConnectionsPerAddress = 2, ConnectionRate = 0 });
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(Home));
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(Home));
        Assert.Equal(ConnectAnswer.TooMany, limits.Connect(Home));
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(IPAddress.Parse("192.0.2.2")));
        limits.Disconnect(Home);
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(Home));
    }

    [Fact]
    public void All_of_a_64_count_as_one_address()
    {
        var limits = Make(new() { ConnectionsPerAddress = 1 });
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(IPAddress.Parse("2001:db8::1")));
        Assert.Equal(ConnectAnswer.TooMany, limits.Connect(IPAddress.Parse("2001:db8::2:1")));
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(IPAddress.Parse("2001:db8:0:1::1")));
    }

    [Fact]
    public void Connecting_too_often_is_refused_until_the_minute_is_over()
    {
        var limits = Make(new() { ConnectionRate = 2 });
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(ConnectAnswer.Allowed, limits.Connect(Home));
            limits.Disconnect(Home);
        }
        _time.Move(TimeSpan.FromSeconds(59));
        Assert.Equal(ConnectAnswer.TooFast, limits.Connect(Home));
        _time.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(ConnectAnswer.Allowed, limits.Connect(Home));
    }

    [Fact]
    public void Registrations_count_by_the_hour()
    {
        var limits = Make(new() { RegistrationsPerHour = 1 });
        Assert.True(limits.TryRegister(Home));
        _time.Move(TimeSpan.FromMinutes(59));
        Assert.False(limits.TryRegister(Home));
        _time.Move(TimeSpan.FromMinutes(1));
        Assert.True(limits.TryRegister(Home));
    }

    [Fact]
    public void Only_failed_logins_count()
    {
        var limits = Make(new() { FailedLoginsPerMinute = 1 });
        Assert.True(limits.MayLogIn(Home));
        Assert.True(limits.MayLogIn(Home));
        limits.LoginFailed(Home);
        Assert.False(limits.MayLogIn(Home));
        Assert.True(limits.MayLogIn(IPAddress.Parse("192.0.2.2")));
        _time.Move(TimeSpan.FromMinutes(1));
        Assert.True(limits.MayLogIn(Home));
    }

    [Fact]
    public void Zero_switches_a_limit_off()
    {
        var limits = Make(new() { ConnectionsPerAddress = 0, ConnectionRate = 0, RegistrationsPerHour = 0, FailedLoginsPerMinute = 0 });
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(ConnectAnswer.Allowed, limits.Connect(Home));
            Assert.True(limits.TryRegister(Home));
            limits.LoginFailed(Home);
            Assert.True(limits.MayLogIn(Home));
        }
    }

    [Fact]
    public void A_full_table_keeps_what_it_counts_and_makes_room_when_periods_end()
    {
        var window = new AddressWindow(limit: 1, TimeSpan.FromMinutes(1), _time, capacity: 2);
        Assert.True(window.TryCount(new IPAddress(1)));
        Assert.True(window.TryCount(new IPAddress(2)));
        Assert.True(window.TryCount(new IPAddress(3)));
        Assert.True(window.Allows(new IPAddress(3)));
        Assert.False(window.Allows(new IPAddress(1)));
        _time.Move(TimeSpan.FromMinutes(1));
        Assert.True(window.TryCount(new IPAddress(3)));
        Assert.False(window.Allows(new IPAddress(3)));
    }
}
