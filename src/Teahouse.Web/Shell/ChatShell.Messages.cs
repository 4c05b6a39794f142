using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Composer;
using Teahouse.Web.Messages;
using Teahouse.Web.Saved;

namespace Teahouse.Web.Shell;

/// <summary>What people do with single messages.</summary>
public sealed partial class ChatShell
{
    private TimelineMessage? reply;

    [Inject] private IMessageActs Acts { get; set; } = null!;

    [Inject] private SavedMessages Saved { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private async Task ActAsync(MessageAct act)
    {
        if (current is not { } conversation) return;
        var message = act.Message;
        switch (act.Name)
        {
            case "reply":
                reply = message;
                Box.Focus(ComposerView.BoxId);
                break;
            case "toggle":
                var isMine = message.Reactions.Any(r => r.Text == act.Value && r.IsMine);
                await TellAsync(Client.ReactAsync(conversation, message, act.Value, !isMine), conversation.Name);
                break;
            case "redact":
                await TellAsync(Client.RedactAsync(conversation, message), conversation.Name);
                break;
            case "again" when message.Redaction is { } gone:
                Box.Insert(ComposerView.BoxId, Markdown.FromIrc(gone.OwnText));
                break;
            case "jump":
                await GoToAsync(conversation, act.Value);
                break;
            case "profile":
                profile = message.From.Nick;
                break;
            case "save":
                note = Saved.Save(conversation, message) ? (T(SavedTexts.Kept), true) : (T(SavedTexts.NotKept), false);
                break;
            case "unsave" when message.MessageId is { } id:
                Saved.Remove(id);
                break;
            case "unread":
                timeline?.KeepUnread();
                Visit.MarkUnread(conversation, message);
                break;
            case "copy":
                await CopyAsync(string.Concat(Formatting.Split(message.Text).Select(s => s.Text)));
                break;
            case "link" when MessageLink.To(Navigation.BaseUri, conversation, message) is { } link:
                await CopyAsync(link);
                break;
        }
    }

    private async Task CopyAsync(string text)
    {
        var copied = await Acts.CopyAsync(text);
        note = (T(copied ? MessageTexts.Copied : MessageTexts.NotCopied), copied);
    }
}
