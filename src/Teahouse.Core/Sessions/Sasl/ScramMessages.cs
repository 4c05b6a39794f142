using System.Text;

namespace Teahouse.Core.Sessions.Sasl;

/// <summary>The client's first message. https://www.rfc-editor.org/rfc/rfc5802#section-7</summary>
/// <param name="Header">The GS2 header, which the final message repeats.</param>
/// <param name="Bare">The message without it.</param>
internal sealed record ScramFirst(string Header, string Bare, string Name, string Nonce)
{
    private const int LongestNonce = 256;

    /// <summary>Null if it is none, asks for channel binding (which is not offered), or to act as another account.</summary>
    public static ScramFirst? Parse(string text)
    {
        var parts = text.Split(',');
        // gs2-cbind-flag, authzid, n=name, r=nonce; extensions may follow, mandatory ones ("m=") stand in the name's place.
        if (parts.Length < 4 || parts[0] is not ("n" or "y")) return null;
        if (!parts[2].StartsWith("n=", StringComparison.Ordinal) || NameOf(parts[2][2..]) is not { Length: > 0 } name) return null;
        if (!parts[3].StartsWith("r=", StringComparison.Ordinal) || !IsNonce(parts[3][2..])) return null;
        if (parts[1].Length > 0 && (!parts[1].StartsWith("a=", StringComparison.Ordinal) || NameOf(parts[1][2..]) is not { } actAs ||
            !Accounts.LoginName.AreOne(actAs, name))) return null;
        var header = $"{parts[0]},{parts[1]},";
        return new ScramFirst(header, text[header.Length..], name, parts[3][2..]);
    }

    /// <summary>"=2C" stands for a comma, "=3D" for an equals sign; no other "=" may.</summary>
    private static string? NameOf(string text)
    {
        for (var i = text.IndexOf('=', StringComparison.Ordinal); i >= 0; i = text.IndexOf('=', i + 1))
            if (string.CompareOrdinal(text, i, "=2C", 0, 3) != 0 && string.CompareOrdinal(text, i, "=3D", 0, 3) != 0) return null;
        return text.Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    private static bool IsNonce(string text) => text.Length is > 0 and <= LongestNonce && text.All(c => c is > ' ' and < '\x7f');
}

/// <summary>The client's final message.</summary>
/// <param name="Binding">The GS2 header, decoded.</param>
/// <param name="Proof">32 bytes.</param>
internal sealed record ScramFinal(string Binding, string Nonce, string WithoutProof, byte[] Proof)
{
    private const int ProofBytes = 32;

    public static ScramFinal? Parse(string text)
    {
        var parts = text.Split(',');
        var end = text.LastIndexOf(",p=", StringComparison.Ordinal);
        if (parts.Length < 3 || end < 0 || !parts[0].StartsWith("c=", StringComparison.Ordinal) || !parts[1].StartsWith("r=", StringComparison.Ordinal)) return null;
        return Bytes(parts[0][2..]) is { } binding && Bytes(text[(end + 3)..]) is { Length: ProofBytes } proof
            ? new ScramFinal(Encoding.UTF8.GetString(binding), parts[1][2..], text[..end], proof) : null;
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
