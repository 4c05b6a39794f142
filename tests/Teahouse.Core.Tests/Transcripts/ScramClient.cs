using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Accounts;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677).</summary>
internal sealed class ScramClient(string name, string password, string header = "n,,")
{
    private string _bare = "";
    private string _serverFirst = "";
    private string _final = "";

    public string First(string nonce = "fyko+d2lbbFgONRv9qkxdawL") => Encode(header + (_bare = $"n={name},r={nonce}"));

    public string Final(string challenge)
    {
        _serverFirst = Decode(challenge);
        var parts = _serverFirst.Split(',');
        var (salt, rounds) = (Convert.FromBase64String(parts[1][2..]), int.Parse(parts[2].AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, 32);
        _final = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(header))},{parts[0]}";
        var key = HMACSHA256.HashData(salted, "Client Key"u8);
        var signature = HMACSHA256.HashData(SHA256.HashData(key), Signed);
        for (var i = 0; i < key.Length; i++) key[i] ^= signature[i];
        return Encode($"{_final},p={Convert.ToBase64String(key)}");
    }

    /// <summary>What the server must say to prove that it knows the verifier.</summary>
    public string Proof(ScramVerifier verifier) => Encode("v=" + Convert.ToBase64String(HMACSHA256.HashData(verifier.ServerKey.Span, Signed)));

    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    private byte[] Signed => Encoding.UTF8.GetBytes($"{_bare},{_serverFirst},{_final}");
}
