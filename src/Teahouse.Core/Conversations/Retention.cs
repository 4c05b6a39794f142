using Teahouse.Core.Hosting;

namespace Teahouse.Core.Conversations;

/// <summary>How long, and how much, is kept of what was said in a conversation.</summary>
/// <param name="Days">0: without end.</param>
/// <param name="Messages">Entries with a number; 0: all.</param>
internal readonly record struct Retention(int Days, int Messages)
{
    private const long Day = 24 * 60 * 60 * 1000;

    public static Retention Of(HistoryOptions options) => new(options.KeepDays, options.MessagesPerChannel);

    /// <summary>A room keeps less than its server, or as much.</summary>
    public Retention In(ChannelSettings settings) => new(Less(Days, settings.KeepDays), Less(Messages, settings.KeepMessages));

    /// <summary>What was said before this time (milliseconds) has expired; 0: nothing.</summary>
    public long Since(long now) => Days == 0 ? 0 : now - Days * Day;

    /// <summary>The first entry that its number alone does not let expire.</summary>
    public long First(long last) => Messages == 0 ? 1 : Math.Max(1, last - Messages + 1);

    private static int Less(int one, int other) => one == 0 ? other : other == 0 ? one : Math.Min(one, other);
}
