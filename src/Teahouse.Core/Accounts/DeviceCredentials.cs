using System.Buffers.Text;
using System.Security.Cryptography;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Accounts;

/// <summary>
/// A device's credential, used as a SASL PLAIN password: <c>thd1_</c> and 256 random bits as 43 letters of base64url.
/// The SHA-256 of the 32 bytes is kept; random bits need no slow hash.
/// </summary>
public static class DeviceCredentials
{
    public const string Prefix = "thd1_";

    private const int SecretBytes = 32;
    private const int SecretLetters = 43;

    public static string Make(RandomNumberGenerator random) => Prefix + RandomBytes.Token(random);

    /// <summary>Whether the text claims to be one: a password never begins so.</summary>
    public static bool HasForm(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What is stored of it; false if the text is no credential.</summary>
    public static bool TryHash(string text, out byte[] hash)
    {
        hash = [];
        if (!HasForm(text) || text.Length != Prefix.Length + SecretLetters) return false;
        Span<byte> secret = stackalloc byte[SecretBytes];
        var letters = text.AsSpan(Prefix.Length);
        if (!Base64Url.IsValid(letters, out var length) || length != SecretBytes) return false;
        Base64Url.DecodeFromChars(letters, secret);
        hash = SHA256.HashData(secret);
        CryptographicOperations.ZeroMemory(secret);
        return true;
    }
}
