using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What arrives as a whole: a single line, or a batch that has ended.</summary>
internal abstract record Incoming(string? Label);

/// <param name="Text">Of a message of several lines: all of them, LF between them; <see cref="Message"/> then has the first. Otherwise null.</param>
internal sealed record IncomingLine(Message Message, string? Text = null) : Incoming(Message.Tags[TagNames.Label]);

/// <param name="Parameters">Those after the type.</param>
internal sealed record IncomingBatch(string Type, IReadOnlyList<string> Parameters, IReadOnlyList<Incoming> Items, string? Label)
    : Incoming(Label)
{
    /// <summary>All lines in order, those of inner batches included; a message of several lines is one.</summary>
    public IEnumerable<IncomingLine> Entries() => Items.SelectMany(i => i switch
    {
        IncomingLine line => [line],
        IncomingBatch batch => batch.Entries(),
        _ => [],
    });

    /// <summary>The same as messages.</summary>
    public IEnumerable<Message> Lines() => Entries().Select(e => e.Message);
}
