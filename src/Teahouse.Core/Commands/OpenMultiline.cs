using System.Text;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>A message of several lines on its way in. https://ircv3.net/specs/extensions/multiline</summary>
/// <param name="reference">The client's name for the batch.</param>
/// <param name="since">Timestamp of its first line.</param>
internal sealed class OpenMultiline(string reference, string target, Tags tags, string? label, long since, ServerOptions options)
{
    private readonly StringBuilder _text = new();
    private EventKind? _kind;
    private int _bytes;
    private int _lines;
    private bool _blank = true;

    public string Reference => reference;

    public string? Label => label;

    public long Since => since;

    /// <summary>It was refused: the rest of it is ignored.</summary>
    public bool Refused { get; set; }

    /// <returns>Why the line cannot be part of the message, or null.</returns>
    public Refusal? Add(EventKind kind, Message line)
    {
        if (kind == EventKind.Tagmsg || line.Count < 2) return Invalid("A multiline message is made of lines with text");
        if (_kind is { } begun && begun != kind) return Invalid("A multiline message is all PRIVMSG or all NOTICE");
        if (!AsciiCase.Equals(line[0], target)) return new Refusal(0, "MULTILINE_INVALID_TARGET", target, line[0], "All lines of a multiline message go to its target");
        var continues = line.Tags.Contains(TagNames.MultilineConcat);
        if (continues && line[1].Length == 0) return Invalid("A blank line continues nothing");
        var separate = !continues && _kind is not null;
        _bytes += Encoding.UTF8.GetByteCount(line[1]) + (separate ? 1 : 0);
        if (_bytes > MultilineLimits.Bytes(options))
            return new Refusal(0, "MULTILINE_MAX_BYTES", WireNumber(MultilineLimits.Bytes(options)), "The message is too long");
        if (++_lines > MultilineLimits.Lines(options))
            return new Refusal(0, "MULTILINE_MAX_LINES", WireNumber(MultilineLimits.Lines(options)), "The message has too many lines");
        if (_kind is not null) _text.Append(continues ? MultilineText.Concat : MultilineText.Break);
        _text.Append(line[1]);
        _blank &= line[1].Length == 0;
        _kind = kind;
        return null;
    }

    /// <returns>The message, or why there is none.</returns>
    public (OutgoingMessage? Message, Refusal? Refusal) Close() =>
        _kind is { } kind && !_blank
            ? (new OutgoingMessage(kind, target, _text.ToString(), tags, label), null)
            : (null, Invalid("A multiline message is not all blank"));

    public static Refusal Invalid(string why) => new(0, "MULTILINE_INVALID", why);

    private static string WireNumber(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a multiline message may be. A limit that is switched off still leaves one that a session's memory bears.</summary>
internal static class MultilineLimits
{
    public static int Bytes(ServerOptions options) => options.Limits.MultilineBytes > 0 ? options.Limits.MultilineBytes : 1024 * 1024;

    public static int Lines(ServerOptions options) => options.Limits.MultilineLines > 0 ? options.Limits.MultilineLines : 10_000;
}
