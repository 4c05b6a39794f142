using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// Reads lines (https://modern.ircdocs.horse/#message-format, https://ircv3.net/specs/extensions/message-tags#format).
/// A line that is refused costs no allocation.
/// </summary>
public static class MessageParser
{
    /// <summary>Reads a line with the limits of a server (<see cref="ParseLimits.Server"/>).</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, [NotNullWhen(true)] out Message? message, out ParseError error) =>
        TryParse(line, ParseLimits.Server, out message, out error);

    /// <summary>
    /// Reads a line. Lower-case commands are upper-cased, spaces may be repeated between parts, a repeated tag counts with its
    /// last value, and a tag without a key is passed over.
    /// </summary>
    /// <param name="line">UTF-8, without CR LF.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, in ParseLimits limits, [NotNullWhen(true)] out Message? message, out ParseError error)
    {
        error = LineShape.Read(line, limits, out var shape);
        message = error == ParseError.None ? Build(shape) : null;
        return message is not null;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, in ParseLimits, out Message?, out ParseError)"/>
    public static bool TryParse(in ReadOnlySequence<byte> line, in ParseLimits limits, [NotNullWhen(true)] out Message? message, out ParseError error)
    {
        if (line.IsSingleSegment) return TryParse(line.FirstSpan, limits, out message, out error);
        var length = (int)line.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        line.CopyTo(rented);
        var parsed = TryParse(rented.AsSpan(0, length), limits, out message, out error);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return parsed;
    }

    /// <summary>Reads a line that is known to be good, with the limits of a client.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Message Parse(string line) =>
        TryParse(Encoding.UTF8.GetBytes(line), ParseLimits.Client, out var message, out var error)
            ? message
            : throw new FormatException($"Not a message: {error}.");

    private static Message Build(in LineShape shape)
    {
        // One pass instead of two where every byte is a character.
        var encoding = shape.IsAscii ? Encoding.Latin1 : Encoding.UTF8;
        var parameters = shape.ParameterCount == 0 ? [] : new string[shape.ParameterCount];
        var rest = shape.Rest;
        for (var i = 0; i < parameters.Length; i++)
        {
            LineShape.TryTake(ref rest, out var parameter);
            parameters[i] = encoding.GetString(parameter);
        }
        var source = shape.Source.IsEmpty ? null : Source.Parse(encoding.GetString(shape.Source));
        return new Message(TagParser.Parse(shape.Tags, encoding), source, CommandTable.ToText(shape.Command), parameters);
    }
}
