namespace Teahouse.Web.Notifications;

/// <summary>What of a conversation the reader is told of.</summary>
public enum NotificationRule
{
    /// <summary>What names the reader, or holds one of their words.</summary>
    Mentions,
    All,
    /// <summary>Muted: nothing, and it does not gather among the unread.</summary>
    None,
}

/// <summary>A time of day, in minutes from midnight, to another; it may go over midnight.</summary>
public readonly record struct QuietHours(int From, int To)
{
    public bool Hold(int minute) => From <= To ? minute >= From && minute < To : minute >= From || minute < To;
}
