using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Puts batches together (<see href="https://ircv3.net/specs/extensions/batch"/>).</summary>
internal sealed class BatchAssembler
{
    // Far above any page of history or list of members; a server that sends more is broken.
    private const int MostLines = 100_000;
    private const int MostOpen = 100;

    private readonly Dictionary<string, Open> _open = new(StringComparer.Ordinal);
    private int _lines;

    /// <summary>Takes the next line; gives what is complete by it, or null.</summary>
    /// <exception cref="InvalidDataException">The server broke the rules or the bounds of batches.</exception>
    public Incoming? Add(Message message)
    {
        if (message.Command == "BATCH" && message.Count > 0)
        {
            var reference = message[0];
            if (reference.StartsWith('+'))
            {
                Begin(reference[1..], message);
                return null;
            }
            if (reference.StartsWith('-') && _open.Remove(reference[1..], out var ended)) return Place(ended.Close(), ended.Outer);
            throw new InvalidDataException($"BATCH {reference} ends nothing.");
        }
        return Place(new IncomingLine(message), message.Tags[TagNames.Batch]);
    }

    private void Begin(string reference, Message message)
    {
        if (message.Count < 2 || _open.Count >= MostOpen || !_open.TryAdd(reference, new(message)))
            throw new InvalidDataException($"BATCH +{reference} cannot begin.");
    }

    private Incoming? Place(Incoming item, string? outer)
    {
        if (outer is null)
        {
            if (_open.Count == 0) _lines = 0;
            return item;
        }
        if (!_open.TryGetValue(outer, out var batch)) throw new InvalidDataException($"The batch {outer} is not open.");
        if (++_lines > MostLines) throw new InvalidDataException("The open batches are too long.");
        batch.Items.Add(item);
        return null;
    }

    private sealed class Open(Message message)
    {
        public string? Outer { get; } = message.Tags[TagNames.Batch];

        public List<Incoming> Items { get; } = [];

        public IncomingBatch Close() => new(message[1], [.. message.Parameters.Skip(2)], Items, message.Tags[TagNames.Label]);
    }
}
