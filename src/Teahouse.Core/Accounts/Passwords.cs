using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Identity;
using Teahouse.Core.Names;

namespace Teahouse.Core.Accounts;

/// <summary>
/// Passwords as SCRAM-SHA-256 verifiers (RFC 5802, RFC 7677). Before hashing a password is put into NFKC, of SASLprep
/// (RFC 4013) the part that makes the same keys give the same bytes on every system.
/// Each call costs the iterations, tenths of a second: call through <see cref="PasswordQueue"/>.
/// </summary>
public static class Passwords
{
    /// <summary>Fewest letters (code points) that a person may choose.</summary>
    public const int ShortestLength = 6;

    /// <summary>Most bytes of UTF-8 that are looked at.</summary>
    public const int LongestBytes = 1024;

    private const int SaltBytes = 16;

    public static ScramVerifier Make(string password, int iterations, RandomNumberGenerator random) =>
        Make(password, RandomBytes.Make(random, SaltBytes), iterations);

    public static ScramVerifier Make(string password, ReadOnlyMemory<byte> salt, int iterations)
    {
        Span<byte> clientKey = stackalloc byte[32];
        Span<byte> serverKey = stackalloc byte[32];
        Keys(password, salt.Span, iterations, clientKey, serverKey);
        var verifier = new ScramVerifier(iterations, salt, SHA256.HashData(clientKey), serverKey.ToArray());
        CryptographicOperations.ZeroMemory(clientKey);
        return verifier;
    }

    /// <summary>Whether it is the password, in a time that does not depend on how near it comes.</summary>
    public static bool Check(string password, ScramVerifier verifier)
    {
        var made = Make(password, verifier.Salt, verifier.Iterations);
        return CryptographicOperations.FixedTimeEquals(made.StoredKey.Span, verifier.StoredKey.Span)
            & CryptographicOperations.FixedTimeEquals(made.ServerKey.Span, verifier.ServerKey.Span);
    }

    /// <summary>Whether a person may choose it.</summary>
    internal static PasswordFault Judge(string password)
    {
        if (Encoding.UTF8.GetByteCount(password) > LongestBytes || password.Any(char.IsControl) || DeviceCredentials.HasForm(password))
            return PasswordFault.Unacceptable;
        return password.EnumerateRunes().Count() < ShortestLength ? PasswordFault.Weak : PasswordFault.None;
    }

    private static void Keys(string password, ReadOnlySpan<byte> salt, int iterations, Span<byte> clientKey, Span<byte> serverKey)
    {
        var bytes = Encoding.UTF8.GetBytes(NameRules.Compatible(password));
        Span<byte> salted = stackalloc byte[32];
        Rfc2898DeriveBytes.Pbkdf2(bytes, salt, salted, iterations, HashAlgorithmName.SHA256);
        HMACSHA256.HashData(salted, "Client Key"u8, clientKey);
        HMACSHA256.HashData(salted, "Server Key"u8, serverKey);
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(salted);
    }
}

internal enum PasswordFault { None, Weak, Unacceptable }
