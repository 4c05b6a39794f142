using System.Diagnostics.CodeAnalysis;
using Teahouse.Core.Delivery;

namespace Teahouse.Core.Events;

/// <summary>
/// A message of several lines as one text: LF stands between two lines, CR between two pieces of one line (as they were sent, so that
/// a client without draft/multiline gets the same pieces). Neither can be in a line of the protocol.
/// https://ircv3.net/specs/extensions/multiline
/// </summary>
internal static class MultilineText
{
    public const char Break = '\n';
    public const char Concat = '\r';

    public static bool Has(string text) => text.AsSpan().ContainsAny(Break, Concat);

    /// <summary>Whether the event is a message that takes more than one line on the wire.</summary>
    public static bool Is(Event happened) => happened.Kind is EventKind.Privmsg or EventKind.Notice && happened.Parameters is [var target, var text, ..]
        && (Has(text) || !LineRoom.Fits(text, LineRoom.Of(happened.Source.Prefix, happened.Kind, target)));

    /// <summary>What a person reads: lines with LF between them.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Plain(string? text) => text?.Replace("\r", "", StringComparison.Ordinal);

    public static Enumerator Pieces(string text) => new(text);

    /// <summary>Walks the pieces; the first is no concatenation.</summary>
    public ref struct Enumerator(string text)
    {
        private int _next;

        public ReadOnlySpan<char> Current { get; private set; }

        /// <summary>The piece continues the line of the one before.</summary>
        public bool Continues { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next > text.Length) return false;
            Continues = _next > 0 && text[_next - 1] == Concat;
            var rest = text.AsSpan(_next);
            var end = rest.IndexOfAny(Break, Concat);
            Current = end < 0 ? rest : rest[..end];
            _next += Current.Length + 1;
            return true;
        }
    }
}
