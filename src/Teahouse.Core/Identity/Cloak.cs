using System.Net;
using System.Security.Cryptography;
using Teahouse.Core.Accounts;

namespace Teahouse.Core.Identity;

/// <summary>
/// The hosts that others see instead of addresses: keyed hashes of the address's networks, the narrow one first,
/// <c>k3v0q1xd.7m2p9a4c.ip.cloak</c>. IPv4 by /24 and /16, IPv6 by /64 and /48: a ban of the whole host holds the narrow
/// network, a ban of <c>*.7m2p9a4c.ip.cloak</c> the wide one. Stable as long as the key is. Any thread may use it.
/// </summary>
public sealed class Cloak
{
    /// <summary>The key's name in the secret store.</summary>
    public const string SecretName = "cloak-key";

    private const int KeyBytes = 32;
    private const int LabelLetters = 8;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly byte[] _key;

    /// <param name="key">32 bytes.</param>
    public Cloak(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes);
        _key = key.ToArray();
    }

    /// <summary>With the store's key, made there at first.</summary>
    public static async ValueTask<Cloak> LoadAsync(ISecretStore secrets, RandomNumberGenerator random, CancellationToken cancel = default) =>
        new(await secrets.GetOrAddAsync(SecretName, () => RandomBytes.Make(random, KeyBytes), cancel));

    /// <summary>The host of somebody without an account.</summary>
    public string Host(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var (narrow, wide) = AddressKey.Write(address, bytes) == 4 ? (3, 2) : (8, 6);
        return $"{Label(bytes[..narrow])}.{Label(bytes[..wide])}.ip.cloak";
    }

    /// <summary>The host of somebody logged in.</summary>
    public static string AccountHost(string account) => account + ".cloak";

    private string Label(ReadOnlySpan<byte> network)
    {
        // The networks' lengths (2, 3, 6, 8 bytes) differ, so no two kinds share an input.
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, network, hash);
        Span<char> label = stackalloc char[LabelLetters];
        for (var i = 0; i < label.Length; i++) label[i] = Alphabet[hash[i] & 31];
        return new string(label);
    }
}
