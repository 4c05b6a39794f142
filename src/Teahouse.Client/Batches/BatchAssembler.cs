using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Puts batches together (<see href="https://ircv3.net/specs/extensions/batch"/>).</summary>
/// <remarks>
/// Only history, what was searched for and messages of several lines are taken as a whole. The lines of other batches count when they come, as they do for a client without batches: what
/// happens while the answer to a JOIN is still arriving happens in a room that one is in.
/// </remarks>
internal sealed class BatchAssembler
{
    // Far above any page of history or list of members; a server that sends more is broken.
    private const int MostLines = 100_000;
    private const int MostOpen = 100;

    private readonly Dictionary<string, OpenBatch> _open = new(StringComparer.Ordinal);
    private int _lines;

    /// <summary>Takes the next line.</summary>
    /// <exception cref="InvalidDataException">The server broke the rules or the bounds of batches.</exception>
    public Arrival Add(Message message)
    {
        if (message.Command != "BATCH" || message.Count == 0) return Place(new IncomingLine(message), message.Tags[TagNames.Batch]);

        var reference = message[0];
        if (reference.StartsWith('+'))
        {
            Begin(reference[1..], message);
            return default;
        }
        if (reference.StartsWith('-') && _open.Remove(reference[1..], out var ended)) return Place(ended.Close(), ended.Outer);
        throw new InvalidDataException($"BATCH {reference} ends nothing.");
    }

    private void Begin(string reference, Message message)
    {
        var outer = message.Tags[TagNames.Batch];
        OpenBatch? around = null;
        var valid = message.Count >= 2 && _open.Count < MostOpen && (outer is null || _open.TryGetValue(outer, out around));
        if (!valid || !_open.TryAdd(reference, new(message, around)))
            throw new InvalidDataException($"BATCH +{reference} cannot begin.");
    }

    private Arrival Place(Incoming item, string? outer)
    {
        OpenBatch? batch = null;
        if (outer is not null)
        {
            if (!_open.TryGetValue(outer, out batch)) throw new InvalidDataException($"The batch {outer} is not open.");
            if (++_lines > MostLines) throw new InvalidDataException("The open batches are too long.");
            batch.Items.Add(item);
        }
        if (_open.Count == 0) _lines = 0;
        var counts = item is IncomingLine or IncomingBatch { Type: BatchTypes.ChatHistory } && batch?.IsWhole != true;
        return new(counts ? item : null, item.Label ?? batch?.Label, batch is null ? item : null);
    }

    private sealed class OpenBatch(Message message, OpenBatch? around)
    {
        public string? Outer { get; } = message.Tags[TagNames.Batch];

        /// <summary>Its own or that of the batch around it.</summary>
        public string? Label { get; } = message.Tags[TagNames.Label] ?? around?.Label;

        /// <summary>What is in it counts only with the batch, or with the one around it.</summary>
        public bool IsWhole { get; } =
            message[1] is BatchTypes.ChatHistory or BatchTypes.HistoryTargets or BatchTypes.Search or BatchTypes.Multiline || around?.IsWhole == true;

        public List<Incoming> Items { get; } = [];

        public Incoming Close() =>
            message[1] == BatchTypes.Multiline && MultilineBatch.Join(message, Items) is { } whole
                ? whole
                : new IncomingBatch(message[1], [.. message.Parameters.Skip(2)], Items, message.Tags[TagNames.Label]);
    }
}

/// <param name="Now">What counts from this moment: a line, or a piece of history.</param>
/// <param name="Label">Of what counts.</param>
/// <param name="Complete">The line or outermost batch that is complete by it.</param>
internal readonly record struct Arrival(Incoming? Now, string? Label, Incoming? Complete);
