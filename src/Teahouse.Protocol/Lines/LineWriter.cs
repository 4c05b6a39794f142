using System.Buffers;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// Writes lines piece by piece without a <see cref="Message"/>: tags, source, command, parameters, end, in this order, and then
/// perhaps the next line. Nothing reaches the output before <see cref="End"/>, so a line given up halfway leaves no trace.
/// No argument can end the line or its own place in it early: such arguments are refused with an <see cref="ArgumentException"/>.
/// </summary>
public ref struct LineWriter
{
    private const int FirstSize = 1024;

    private readonly IBufferWriter<byte>? _output;
    private Span<byte> _span;
    private byte[]? _rented;
    private int _length;
    private int _tagsLength;
    private Part _part;

    /// <summary>Lines go to this output at their <see cref="End"/>.</summary>
    public LineWriter(IBufferWriter<byte> output) => _output = output;

    /// <summary>The line is taken with <see cref="ToArray"/>.</summary>
    /// <param name="scratch">Room to work in; a longer line moves to a larger one.</param>
    public LineWriter(Span<byte> scratch) => _span = scratch;

    private enum Part : byte
    {
        Start,
        Tags,
        Source,
        Command,
        Trailing,
    }

    /// <summary>Bytes so far of what counts against the line limit: without the tags, and without the CR LF to come.</summary>
    public readonly int BodyLength => _length - _tagsLength;

    /// <summary>Bytes so far of the tags, with <c>@</c> and the space after them.</summary>
    public readonly int TagsLength => _part == Part.Tags ? _length + 1 : _tagsLength;

    /// <summary>Adds a tag; null and "" are both written as a key alone. The same key must not come twice.</summary>
    public void Tag(string key, string? value)
    {
        Require(_part <= Part.Tags);
        WireText.RequireTag(key, value);
        Append(_part == Part.Start ? (byte)'@' : (byte)';');
        _part = Part.Tags;
        Append(key);
        if (string.IsNullOrEmpty(value)) return;
        Append((byte)'=');
        AppendEscaped(value);
    }

    public void Tags(Tags tags)
    {
        foreach (var tag in tags) Tag(tag.Key, tag.Value);
    }

    /// <param name="source">A server's name or <c>nick!user@host</c>, without the colon.</param>
    public void Source(ReadOnlySpan<char> source)
    {
        if (source.IsEmpty || !WireText.IsWord(source)) throw new ArgumentException("A source is not empty and holds no space, NUL, CR or LF.");
        BeginSource();
        Append(source);
    }

    public void Source(Source source)
    {
        BeginSource();
        Append(source.Name);
        if (source.User is not null)
        {
            Append((byte)'!');
            Append(source.User);
        }
        if (source.Host is null) return;
        Append((byte)'@');
        Append(source.Host);
    }

    /// <param name="command">Upper-case ASCII letters, or three digits.</param>
    public void Command(ReadOnlySpan<char> command)
    {
        Require(_part < Part.Command);
        WireText.RequireCommand(command);
        EndTags();
        if (_part == Part.Source) Append((byte)' ');
        _part = Part.Command;
        Append(command);
    }

    /// <param name="code">0 to 999, see <see cref="Protocol.Numeric"/>.</param>
    public void Numeric(int code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 999);
        Command(CommandTable.Numeric(code));
    }

    /// <summary>A parameter that others may follow: not empty, no space, no leading colon.</summary>
    public void Parameter(ReadOnlySpan<char> text)
    {
        Require(_part == Part.Command);
        WireText.RequireMiddle(text);
        Append((byte)' ');
        Append(text);
    }

    /// <summary>The last parameter, with a colon only where it must have one.</summary>
    public void Last(ReadOnlySpan<char> text) => WriteLast(text, WireText.NeedsColon(text));

    /// <summary>The last parameter, always with a colon.</summary>
    public void Trailing(ReadOnlySpan<char> text) => WriteLast(text, colon: true);

    /// <summary>Ends the line with CR LF and hands it to the output.</summary>
    public void End()
    {
        if (_output is null) throw new InvalidOperationException("This writer has no output: take the line with ToArray.");
        FinishLine();
        if (_rented is null) _output.Advance(_length);
        else _output.Write(_span[.._length]);
        Reset();
        _span = default;
    }

    /// <summary>Ends the line with CR LF and returns it in an array of exactly its length.</summary>
    public byte[] ToArray()
    {
        if (_output is not null) throw new InvalidOperationException("This writer's lines go to its output: use End.");
        FinishLine();
        var line = _span[.._length].ToArray();
        if (_rented is not null) _span = default;
        Reset();
        return line;
    }

    private static void Require(bool inOrder)
    {
        if (!inOrder) throw new InvalidOperationException("The parts of a line come in order: tags, source, command, parameters.");
    }

    private void FinishLine()
    {
        Require(_part >= Part.Command);
        Append((byte)'\r');
        Append((byte)'\n');
    }

    private void Reset()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
        _rented = null;
        _length = 0;
        _tagsLength = 0;
        _part = Part.Start;
    }

    private void EndTags()
    {
        if (_part != Part.Tags) return;
        Append((byte)' ');
        _tagsLength = _length;
    }

    private void BeginSource()
    {
        Require(_part < Part.Source);
        EndTags();
        _part = Part.Source;
        Append((byte)':');
    }

    private void WriteLast(ReadOnlySpan<char> text, bool colon)
    {
        Require(_part == Part.Command);
        WireText.RequireTrailing(text);
        Append((byte)' ');
        if (colon) Append((byte)':');
        Append(text);
        _part = Part.Trailing;
    }

    private void AppendEscaped(ReadOnlySpan<char> value)
    {
        int special;
        while ((special = value.IndexOfAny(TagValue.Escaped)) >= 0)
        {
            Append(value[..special]);
            Append((byte)'\\');
            Append(TagValue.EscapeLetter(value[special]));
            value = value[(special + 1)..];
        }
        Append(value);
    }

    private void Append(byte value)
    {
        Ensure(1);
        _span[_length++] = value;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        // Three bytes a character is the worst case; only when that does not fit is it worth counting.
        if (_span.Length - _length < text.Length * 3) Ensure(Encoding.UTF8.GetByteCount(text));
        _length += Encoding.UTF8.GetBytes(text, _span[_length..]);
    }

    private void Ensure(int more)
    {
        if (_span.Length - _length >= more) return;
        if (_length == 0 && _output is not null)
        {
            _span = _output.GetSpan(Math.Max(more, FirstSize));
            return;
        }
        // Asking the output again could invalidate the span that holds the line so far.
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, FirstSize * 2 + _length));
        _span[.._length].CopyTo(larger);
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
        _rented = larger;
        _span = larger;
    }
}
