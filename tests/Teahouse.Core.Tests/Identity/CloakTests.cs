using System.Net;
using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Tests.Identity;

public sealed class CloakTests
{
    private static readonly Cloak Cloak = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    private static string Host(string address) => Cloak.Host(IPAddress.Parse(address));

    private static string Wide(string address) => Host(address)[(Host(address).IndexOf('.', StringComparison.Ordinal) + 1)..];

    [Fact]
    public void A_host_stays_the_same_from_version_to_version()
    {
        Assert.Equal("1fk5c0wy.0w8qgmxv.ip.cloak", Host("192.0.2.7"));
        Assert.Equal("sqep1ar7.3ymqrbp3.ip.cloak", Host("2001:db8:1:2::7"));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.200")]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:2:ffff::1")]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7")]
    public void Addresses_of_one_narrow_network_share_a_host(string one, string other) => Assert.Equal(Host(one), Host(other));

    [Theory]
    [InlineData("192.0.2.7", "192.0.3.7")]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:3::7")]
    public void Neighbouring_networks_share_only_the_wide_part(string one, string other)
    {
        Assert.NotEqual(Host(one), Host(other));
        Assert.Equal(Wide(one), Wide(other));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.1.2.7")]
    [InlineData("2001:db8:1:2::7", "2001:db8:2:2::7")]
    public void Distant_networks_share_nothing(string one, string other) => Assert.NotEqual(Wide(one), Wide(other));

    [Fact]
    public void Another_key_gives_other_hosts() =>
        Assert.NotEqual(Host("192.0.2.7"), new Cloak(new byte[32]).Host(IPAddress.Parse("192.0.2.7")));

    [Fact]
    public async Task The_key_outlives_the_process_in_the_store()
    {
        var secrets = new MemorySecretStore();
        using var random = RandomNumberGenerator.Create();
        var first = (await Cloak.LoadAsync(secrets, random)).Host(IPAddress.Loopback);
        Assert.Equal(first, (await Cloak.LoadAsync(secrets, random)).Host(IPAddress.Loopback));
    }

    [Fact]
    public void Who_is_logged_in_has_the_account_for_a_host() => Assert.Equal("ann.cloak", Cloak.AccountHost("ann"));
}
