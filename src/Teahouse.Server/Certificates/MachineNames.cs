using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Teahouse.Server.Certificates;

/// <summary>What this machine can be called by: the names and addresses that its certificate is for.</summary>
/// <param name="Host">The machine's own name, in lower case.</param>
/// <param name="Configured">Names that the configuration says people use, in lower case.</param>
/// <param name="DnsNames">Host, its .local name, localhost, and those configured.</param>
internal sealed record MachineNames(
    string Host, ImmutableArray<string> Configured, ImmutableArray<string> DnsNames, ImmutableArray<IPAddress> Addresses)
{
    /// <summary>What other machines of the same network call it (multicast DNS).</summary>
    public string LocalName => Host == "localhost" ? Host : $"{Host.Split('.')[0]}.local";

    /// <param name="configured">Further names, from the configuration.</param>
    public static MachineNames Find(IEnumerable<string> configured)
    {
        var host = Dns.GetHostName().ToLowerInvariant();
        if (Uri.CheckHostName(host) is not UriHostNameType.Dns) host = "localhost";
        var label = host.Split('.')[0];
        string[] own = label == "localhost" ? [label] : [host, label, $"{label}.local", "localhost"];
        ImmutableArray<string> further = [.. configured.Select(name => name.ToLowerInvariant())];
        var addresses = NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Append(IPAddress.Loopback)
            .Append(IPAddress.IPv6Loopback)
            // Nobody types a link-local address: it needs the name of a network card with it.
            .Where(address => !address.IsIPv6LinkLocal)
            .Distinct()
            .OrderBy(address => address.AddressFamily is AddressFamily.InterNetworkV6)
            .ThenBy(address => address.ToString(), StringComparer.Ordinal);
        return new(host, further, [.. own.Concat(further).Distinct()], [.. addresses]);
    }
}
