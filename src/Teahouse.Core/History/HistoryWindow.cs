namespace Teahouse.Core.History;

/// <summary>A place in a conversation, seen from both sides.</summary>
/// <param name="Before">The largest sequence before it.</param>
/// <param name="After">The smallest sequence after it.</param>
internal readonly record struct HistoryPoint(long Before, long After)
{
    /// <summary>"*" of LATEST: before everything.</summary>
    public static readonly HistoryPoint Start = new(0, 1);
}

/// <summary>What to read: newest or oldest of a range, and for AROUND half from either side of <paramref name="Middle"/>.</summary>
internal readonly record struct HistoryWindow(long From, long To, int Limit, bool Newest, long? Middle = null)
{
    public static HistoryWindow For(string subcommand, HistoryPoint first, HistoryPoint? second, int limit) => subcommand switch
    {
        "LATEST" => new(first.After, long.MaxValue, limit, true),
        "BEFORE" => new(1, first.Before, limit, true),
        "AFTER" => new(first.After, long.MaxValue, limit, false),
        "AROUND" => new(1, long.MaxValue, limit, false, first.Before),
        _ when first.Before <= second!.Value.Before => new(first.After, second.Value.Before, limit, false),
        _ => new(second!.Value.After, first.Before, limit, true),
    };
}

/// <summary>How history is shown to one session.</summary>
/// <param name="Events">With event-playback: everything; without: messages only.</param>
/// <param name="Numbers">With <c>teahouse.chat/seq</c>: what may not be seen comes as an empty numbered placeholder.</param>
/// <param name="Target">What the placeholder is addressed to.</param>
/// <param name="Server">Its name: who placeholders come from.</param>
internal sealed record HistoryView(bool Events, bool Numbers, string Target, string Server)
{
    /// <summary>With message-redaction: that something was taken away. What was taken is never there.</summary>
    public bool Redactions { get; init; }

    /// <summary>With channel-rename: that the channel got another name.</summary>
    public bool Renames { get; init; }

    /// <summary>With message-tags: what is nothing but tags.</summary>
    public bool Tags { get; init; }
}
