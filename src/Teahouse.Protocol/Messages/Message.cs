using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// One line of the protocol, taken apart (https://modern.ircdocs.horse/#message-format). Immutable and compared by value;
/// every message that exists can be written, and reads back as itself.
/// </summary>
public sealed class Message : IEquatable<Message>
{
    /// <param name="command">Upper-case ASCII letters, or three digits.</param>
    /// <exception cref="ArgumentException">A part cannot be written where it stands: NUL, CR or LF anywhere; a space, a leading colon or nothing in a parameter before the last.</exception>
    public Message(string command, params ReadOnlySpan<string> parameters)
        : this(Tags.Empty, null, command, parameters)
    {
    }

    /// <inheritdoc cref="Message(string, ReadOnlySpan{string})"/>
    public Message(Tags tags, Source? source, string command, params ReadOnlySpan<string> parameters)
        : this(tags, source, command, parameters.ToArray())
    {
        WireText.RequireCommand(command);
        WireText.RequireParameters(parameters);
    }

    /// <summary>For parts that are known to be good; the array becomes the message's own.</summary>
    internal Message(Tags tags, Source? source, string command, string[] parameters)
    {
        Tags = tags;
        Source = source;
        Command = command;
        Parameters = ImmutableCollectionsMarshal.AsImmutableArray(parameters);
    }

    private Message(Message other, Tags tags, Source? source)
    {
        Tags = tags;
        Source = source;
        Command = other.Command;
        Parameters = other.Parameters;
    }

    public Tags Tags { get; }

    /// <summary>Null where the line has none: then it is from the other end of the connection.</summary>
    public Source? Source { get; }

    /// <summary>Upper-case ASCII letters, or three digits.</summary>
    public string Command { get; }

    public ImmutableArray<string> Parameters { get; }

    /// <summary>How many parameters there are.</summary>
    public int Count => Parameters.Length;

    /// <exception cref="IndexOutOfRangeException">There is no such parameter.</exception>
    public string this[int index] => Parameters[index];

    public Message WithTags(Tags tags) => new(this, tags, Source);

    public Message WithSource(Source? source) => new(this, Tags, source);

    /// <summary>The line as it is written, without CR LF.</summary>
    public override string ToString() => Encoding.UTF8.GetString(MessageWriter.ToBytes(this).AsSpan()[..^2]);

    public bool Equals(Message? other) =>
        ReferenceEquals(this, other) || (other is not null
            && Command == other.Command
            && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan())
            && Source == other.Source
            && Tags == other.Tags);

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Tags);
        hash.Add(Source);
        hash.Add(Command);
        foreach (var parameter in Parameters) hash.Add(parameter);
        return hash.ToHashCode();
    }
}
