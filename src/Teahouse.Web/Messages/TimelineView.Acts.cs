using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>What is done with single messages.</summary>
public sealed partial class TimelineView
{
    private (TimelineMessage Message, bool IsEmoji)? chosen;
    private string? showing;
    private readonly HashSet<long> revealed = [];

    [Inject] private IMessageActs Acts { get; set; } = null!;

    /// <summary>Brings a message that is here into view; false if it is not here.</summary>
    public bool Show(string messageId)
    {
        if (Conversation.Shown.FindMessage(messageId) is not { } message) return false;
        window.Show(Items, message.Key);
        window.Hold(Items);
        Refresh();
        showing = MessageRow.KeyOf(message);
        return true;
    }

    /// <summary>The reader marked something unread: nothing here counts as read until the conversation is left.</summary>
    public void KeepUnread()
    {
        isKeptUnread = true;
        Refresh();
    }

    private bool IsHidden(TimelineMessage message) => Ignores(message.From) && !revealed.Contains(message.Key);

    private void Reveal(HiddenRow row)
    {
        foreach (var message in row.Messages) revealed.Add(message.Key);
        Refresh();
    }

    private TimelineMessage? Find(string messageId) => Conversation.Shown.FindMessage(messageId) ?? Conversation.Timeline.FindMessage(messageId);

    private void ShowWhatWasAskedFor()
    {
        if (showing is not { } key) return;
        showing = null;
        Acts.Show(PaneId, key);
    }

    private async Task OnAskedAsync(string act, string key, string value)
    {
        if (rows.OfType<MessageRow>().FirstOrDefault(r => r.Key == key) is not { Message: var message }) return;
        switch (act)
        {
            case "more" or "react":
                if (message is { MessageId: not null, Redaction: null } && (act == "more" || CanReact)) chosen = (message, act == "react");
                break;
            case "reply" when message is { MessageId: null } or { Redaction: not null } || !CanReact:
                break;
            case "jump":
                if (!Show(value)) await OnAct.InvokeAsync(new(act, message, value));
                break;
            default:
                await OnAct.InvokeAsync(new(act, message, value));
                break;
        }
        StateHasChanged();
    }

    // Closing is told late: another may be open by then.
    private void Closed((TimelineMessage Message, bool IsEmoji) menu)
    {
        if (chosen == menu) chosen = null;
    }

    private async Task ActAsync(TimelineMessage message, (string Act, string Value) asked)
    {
        chosen = asked.Act == "react" ? (message, true) : null;
        if (asked.Act == "pick") Pick(message);
        else if (asked.Act != "react") await OnAct.InvokeAsync(new(asked.Act, message, asked.Value));
    }
}
