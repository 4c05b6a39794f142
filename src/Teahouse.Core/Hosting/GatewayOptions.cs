using System.Collections.Immutable;
using System.Net;

namespace Teahouse.Core.Hosting;

/// <summary>A program that connects for others and says for whom with WEBIRC.</summary>
/// <param name="Name">For operators.</param>
/// <param name="Password">As configured: plain, or a hash as <c>teahouse password</c> prints it.</param>
/// <param name="From">Where it connects from; nobody else may use it, and no limit per address applies to it.</param>
/// <param name="Certificate">SHA-256 of the certificate that it must show too, lower-case hex; empty: none.</param>
public sealed record GatewayOptions(string Name, string Password, ImmutableArray<IPNetwork> From, string Certificate = "")
{
    public bool Includes(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var network in From)
            if (network.Contains(plain)) return true;
        return false;
    }
}
