using System.Text;

namespace Teahouse.Client;

/// <summary>One line of a message on the wire.</summary>
/// <param name="Continues">It goes on in the line of the piece before.</param>
internal readonly record struct TextPiece(string Text, bool Continues);

/// <summary>
/// Cuts a text into messages that a server takes: as long as its limits allow where it knows messages of several lines, otherwise one
/// per line. Nothing is lost but blank lines between two messages.
/// </summary>
internal static class MessageSplitter
{
    /// <summary>The first message, and the text after it; empty if that is all.</summary>
    /// <param name="text">As <see cref="TextSplitter.Clean"/> makes it, and not empty.</param>
    /// <param name="lineBytes">Bytes of UTF-8 that a line's text may have.</param>
    /// <param name="limits">Null where a message is one line.</param>
    public static (TextPiece[] Message, string Left) First(string text, int lineBytes, MultilineLimits? limits)
    {
        var pieces = new List<TextPiece>();
        var bytes = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var continues = false;
            foreach (var piece in TextSplitter.Pieces(text[at..end], lineBytes))
            {
                bytes += Encoding.UTF8.GetByteCount(piece) + (continues || pieces.Count == 0 ? 0 : 1);
                if (pieces.Count > 0 && (limits is null || pieces.Count == limits.MaxLines || bytes > limits.MaxBytes))
                    return (WithoutBlankEnd(pieces), TextSplitter.Clean(text[at..]));
                pieces.Add(new(piece, continues));
                at += piece.Length;
                continues = true;
            }
        }
        return (WithoutBlankEnd(pieces), "");
    }

    /// <summary>What a message says, LF between its lines.</summary>
    public static string Join(IEnumerable<TextPiece> pieces)
    {
        var text = new StringBuilder();
        foreach (var (piece, continues) in pieces)
        {
            if (text.Length > 0 && !continues) text.Append('\n');
            text.Append(piece);
        }
        return text.ToString();
    }

    private static TextPiece[] WithoutBlankEnd(List<TextPiece> pieces) =>
        [.. pieces[..(pieces.FindLastIndex(p => !string.IsNullOrWhiteSpace(p.Text)) + 1)]];
}
