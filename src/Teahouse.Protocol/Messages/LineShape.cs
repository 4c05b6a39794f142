using System.Text;
using System.Text.Unicode;

namespace Teahouse.Protocol;

/// <summary>Where the parts of a line lie. Reading it checks everything and allocates nothing.</summary>
internal ref struct LineShape
{
    /// <summary>Without the <c>@</c>.</summary>
    public ReadOnlySpan<byte> Tags;

    /// <summary>Without the colon; empty if there is none.</summary>
    public ReadOnlySpan<byte> Source;

    public ReadOnlySpan<byte> Command;

    /// <summary>All that follows the command.</summary>
    public ReadOnlySpan<byte> Rest;

    public int ParameterCount;

    /// <summary>The whole line is ASCII.</summary>
    public bool IsAscii;

    public static ParseError Read(ReadOnlySpan<byte> line, in ParseLimits limits, out LineShape shape)
    {
        shape = default;
        line = line.TrimStart((byte)' ');
        if (line.IsEmpty) return ParseError.Empty;

        var tagsLength = 0;
        if (line[0] == '@')
        {
            var end = line.IndexOf((byte)' ');
            tagsLength = end < 0 ? line.Length : end + 1;
            if (tagsLength > limits.Tags) return ParseError.TagsTooLong;
            if (end >= 0) shape.Tags = line[1..end];
        }
        if (line.Length - tagsLength > limits.Line - 2) return ParseError.LineTooLong;

        var error = shape.CheckBytes(line);
        return error != ParseError.None ? error : shape.Split(line[tagsLength..], limits.MaxParameters);
    }

    private ParseError CheckBytes(ReadOnlySpan<byte> line)
    {
        var bad = line.IndexOfAny((byte)0, (byte)'\r', (byte)'\n');
        if (bad >= 0) return line[bad] == 0 ? ParseError.ContainsNul : ParseError.ContainsLineBreak;
        IsAscii = Ascii.IsValid(line);
        return IsAscii || Utf8.IsValid(line) ? ParseError.None : ParseError.InvalidUtf8;
    }

    private ParseError Split(ReadOnlySpan<byte> body, int maxParameters)
    {
        body = body.TrimStart((byte)' ');
        if (!body.IsEmpty && body[0] == ':')
        {
            var end = body.IndexOf((byte)' ');
            Source = end < 0 ? body[1..] : body[1..end];
            if (Source.IsEmpty || Source[0] is (byte)'!' or (byte)'@') return ParseError.BadSource;
            body = end < 0 ? default : body[end..].TrimStart((byte)' ');
        }
        if (body.IsEmpty) return ParseError.NoCommand;

        var commandEnd = body.IndexOf((byte)' ');
        if (commandEnd < 0) commandEnd = body.Length;
        Command = body[..commandEnd];
        Rest = body[commandEnd..];
        if (!CommandTable.IsCommand(Command)) return ParseError.BadCommand;

        var rest = Rest;
        while (TryTake(ref rest, out _))
            if (++ParameterCount > maxParameters) return ParseError.TooManyParameters;
        return ParseError.None;
    }

    /// <summary>Takes the next parameter off the front; false when there is none left.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> parameter)
    {
        var start = 0;
        while (start < rest.Length && rest[start] == ' ') start++;
        if (start == rest.Length)
        {
            parameter = default;
            return false;
        }
        if (rest[start] == ':')
        {
            parameter = rest[(start + 1)..];
            rest = default;
            return true;
        }
        rest = rest[start..];
        var end = rest.IndexOf((byte)' ');
        parameter = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        return true;
    }
}
