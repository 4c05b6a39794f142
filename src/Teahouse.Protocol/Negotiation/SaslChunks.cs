namespace Teahouse.Protocol;

/// <summary>A SASL message as parameters of AUTHENTICATE (https://ircv3.net/specs/extensions/sasl-3.1#the-authenticate-command).</summary>
public static class SaslChunks
{
    /// <summary>The most characters of base64 in one parameter; one that is full has another after it.</summary>
    public const int Size = 400;

    /// <summary>What stands for nothing: an empty message, or the end after a full chunk.</summary>
    public const string Nothing = "+";

    /// <summary>The parameters to send, one line each; at least one.</summary>
    public static IReadOnlyList<string> Split(ReadOnlySpan<byte> payload)
    {
        var text = Convert.ToBase64String(payload);
        var chunks = new List<string>((text.Length / Size) + 1);
        for (var start = 0; start < text.Length; start += Size)
            chunks.Add(text.Substring(start, Math.Min(Size, text.Length - start)));
        if (text.Length % Size == 0) chunks.Add(Nothing);
        return chunks;
    }
}
