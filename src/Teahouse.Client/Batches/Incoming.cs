using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What arrives as a whole: a single line, or a batch that has ended.</summary>
internal abstract record Incoming(string? Label);

internal sealed record IncomingLine(Message Message) : Incoming(Message.Tags[TagNames.Label]);

/// <param name="Parameters">Those after the type.</param>
internal sealed record IncomingBatch(string Type, IReadOnlyList<string> Parameters, IReadOnlyList<Incoming> Items, string? Label)
    : Incoming(Label)
{
    /// <summary>All lines in order, those of inner batches included.</summary>
    public IEnumerable<Message> Lines() => Items.SelectMany(i => i switch
    {
        IncomingLine line => [line.Message],
        IncomingBatch batch => batch.Lines(),
        _ => [],
    });
}
