using System.Text;

namespace Teahouse.Protocol;

/// <summary>What one more parameter of AUTHENTICATE made of a SASL message.</summary>
public enum SaslStatus : byte
{
    NeedMore,

    /// <summary>The message is whole.</summary>
    Complete,

    /// <summary>A parameter above 400 characters, or a message above the bound: 905 ERR_SASLTOOLONG.</summary>
    TooLong,

    /// <summary>Not base64: 904 ERR_SASLFAIL.</summary>
    Invalid,
}

/// <summary>
/// Puts the parameters of AUTHENTICATE together to SASL messages, one after another; bounded. After any answer but
/// <see cref="SaslStatus.NeedMore"/> it starts anew with the next parameter. Used only from its session.
/// </summary>
/// <param name="maxBytes">The longest message in bytes.</param>
public sealed class SaslAssembler(int maxBytes = SaslAssembler.DefaultMaxBytes)
{
    public const int DefaultMaxBytes = 16 * 1024;

    private readonly StringBuilder _text = new();

    /// <param name="parameter">As received; <c>+</c> is nothing, <c>*</c> (the client gives up) is the caller's to handle.</param>
    /// <param name="payload">The message if it is whole, otherwise empty. A secret: to be cleared after use.</param>
    public SaslStatus Add(string parameter, out byte[] payload)
    {
        payload = [];
        if (parameter.Length > SaslChunks.Size) return Finish(SaslStatus.TooLong);
        if (parameter != SaslChunks.Nothing) _text.Append(parameter);
        if (_text.Length > (maxBytes + 2) / 3 * 4) return Finish(SaslStatus.TooLong);
        if (parameter.Length == SaslChunks.Size) return SaslStatus.NeedMore;
        return Finish(Decode(out payload));
    }

    private SaslStatus Decode(out byte[] payload)
    {
        payload = [];
        Span<char> text = new char[_text.Length];
        _text.CopyTo(0, text, text.Length);
        var bytes = new byte[text.Length / 4 * 3];
        var valid = Convert.TryFromBase64Chars(text, bytes, out var length);
        text.Clear();
        if (!valid) return SaslStatus.Invalid;
        if (length > maxBytes) return SaslStatus.TooLong;
        payload = bytes.AsSpan(0, length).ToArray();
        Array.Clear(bytes);
        return SaslStatus.Complete;
    }

    private SaslStatus Finish(SaslStatus status)
    {
        _text.Clear();
        return status;
    }
}
