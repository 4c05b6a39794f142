using Teahouse.Client;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>Entries of a timeline, as short to write as they are to read.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public static TimelineMessage Said(long key, string nick, string text, double minute = 0, bool isMe = false) => new()
    {
        Key = key,
        Time = Morning.AddMinutes(minute),
        From = new Sender(nick, nick, isMe),
        Text = text,
    };

    public static TimelineEvent Did(long key, string nick, EventKind kind, string subject = "", string text = "", double minute = 0) => new()
    {
        Key = key,
        Time = Morning.AddMinutes(minute),
        From = new Sender(nick, nick),
        Kind = kind,
        Subject = subject,
        Text = text,
    };
}
