using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.Core.Identity;

/// <summary>What limits count an address by: IPv4 whole, IPv6 by its /64 (one line's customers own a whole /64).</summary>
public readonly record struct AddressKey(ulong Bits, bool Six)
{
    public static AddressKey Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return Write(address, bytes) == 4
            ? new(BinaryPrimitives.ReadUInt32BigEndian(bytes), false)
            : new(BinaryPrimitives.ReadUInt64BigEndian(bytes), true);
    }

    /// <summary>The address's bytes, 4 or 16; IPv4 mapped into IPv6 counts as IPv4.</summary>
    internal static int Write(IPAddress address, Span<byte> into)
    {
        address.TryWriteBytes(into, out var written);
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || !address.IsIPv4MappedToIPv6) return written;
        into[12..16].CopyTo(into);
        return 4;
    }
}
