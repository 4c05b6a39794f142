using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Notifications;

/// <summary>Tells of messages that the reader wants to be told of. Used only on the page's thread.</summary>
public sealed class Notifier(INotifications notifications, NotificationSettings settings, ILocale locale, TimeProvider time)
{
    private const int LongestBody = 160;

    /// <summary>Something was said by somebody else.</summary>
    public void Hear(Conversation conversation, TimelineMessage message)
    {
        if (message.MessageId is not { } id || !IsWanted(conversation, message)) return;
        var nick = Formatting.Plain(message.From.Nick);
        var title = conversation is Room ? $"{nick} · {Formatting.Plain(conversation.Name)}" : nick;
        notifications.Show(id, conversation.Name, title, Shortened(Formatting.Plain(message.Text)), settings.HasSound);
    }

    private bool IsWanted(Conversation conversation, TimelineMessage message)
    {
        if (!settings.IsOn && !settings.HasSound) return false;
        if (settings.IsNotNow || IsQuiet()) return false;
        return settings.RuleOf(conversation) switch
        {
            NotificationRule.All => true,
            NotificationRule.Mentions => message.Mention || settings.Words.Any(word => Mentions.Names(message.Text, word)),
            _ => false,
        };
    }

    private bool IsQuiet()
    {
        if (settings.Quiet is not { } hours) return false;
        var now = time.GetUtcNow();
        return hours.Hold((int)(now - locale.DayOf(now).Start).TotalMinutes);
    }

    private static string Shortened(string text) =>
        text.Length <= LongestBody ? text : text[..(char.IsHighSurrogate(text[LongestBody - 1]) ? LongestBody - 1 : LongestBody)] + "…";
}
