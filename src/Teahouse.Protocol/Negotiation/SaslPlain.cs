using System.Text;

namespace Teahouse.Protocol;

/// <summary>What SASL PLAIN carries (https://www.rfc-editor.org/rfc/rfc4616).</summary>
/// <param name="AuthorizationId">Whom to act as; "" for the account itself.</param>
/// <param name="AuthenticationId">The account.</param>
public readonly record struct SaslPlain(string AuthorizationId, string AuthenticationId, string Password)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">A part holds NUL or a lone surrogate, or account or password are empty.</exception>
    public static byte[] Encode(string authorizationId, string authenticationId, string password)
    {
        if (authenticationId.Length == 0 || password.Length == 0) throw new ArgumentException("Account and password are not empty.");
        if (authorizationId.Contains('\0') || authenticationId.Contains('\0') || password.Contains('\0'))
            throw new ArgumentException("SASL PLAIN cannot carry NUL.");
        return Strict.GetBytes($"{authorizationId}\0{authenticationId}\0{password}");
    }

    /// <summary>False unless it is valid UTF-8 in three parts, the last two not empty.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, out SaslPlain credentials)
    {
        credentials = default;
        if (!System.Text.Unicode.Utf8.IsValid(payload) || payload.Count((byte)0) != 2) return false;
        var first = payload.IndexOf((byte)0);
        var second = payload.LastIndexOf((byte)0);
        if (second == first + 1 || second == payload.Length - 1) return false;
        credentials = new SaslPlain(
            Strict.GetString(payload[..first]), Strict.GetString(payload[(first + 1)..second]), Strict.GetString(payload[(second + 1)..]));
        return true;
    }

    /// <summary>Never the password.</summary>
    public override string ToString() => $"SASL PLAIN for {AuthenticationId}";
}
