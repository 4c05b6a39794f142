using System.Globalization;
using Teahouse.Core.Network;

namespace Teahouse.Core.Commands;

/// <summary>
/// A condition of LIST that compares: <c>&gt;3</c> members, created (<c>C</c>) or given a topic (<c>T</c>) more or less than so
/// many minutes ago. https://modern.ircdocs.horse/#elist-parameter
/// </summary>
internal readonly record struct ListBound(char Of, bool Less, int Value)
{
    private const long Minute = 60_000;

    public static bool TryParse(string text, out ListBound bound)
    {
        bound = default;
        var of = char.ToUpperInvariant(text[0]);
        var rest = of is 'C' or 'T' ? text.AsSpan(1) : text;
        if (rest.IsEmpty || rest[0] is not ('<' or '>')) return false;
        if (!int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        bound = new ListBound(of is 'C' or 'T' ? of : 'U', rest[0] == '<', value);
        return true;
    }

    public bool Holds(ChannelListing channel, long now) => Of switch
    {
        'C' => Compare(now - channel.Created, Value * Minute),
        'T' => channel.Topic is { } topic && Compare(now - topic.Time, Value * Minute),
        _ => Compare(channel.Members, Value),
    };

    private bool Compare(long value, long bound) => Less ? value < bound : value > bound;
}
