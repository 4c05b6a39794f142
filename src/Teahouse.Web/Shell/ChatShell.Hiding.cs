using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Rooms;

namespace Teahouse.Web.Shell;

/// <summary>Rooms and chats that the reader does not want in the list, until somebody calls them there.</summary>
public sealed partial class ChatShell
{
    [Inject] private RoomArrangement Arrangement { get; set; } = null!;

    private bool IsQuiet(Conversation conversation) => Notify.IsMuted(conversation) || (Arrangement.IsHidden(conversation) && conversation.MentionCount == 0);

    private void Hide(Conversation conversation)
    {
        // What calls the reader there would bring it back at once.
        Visit.MarkRead(conversation);
        Arrangement.Hide(conversation);
        note = (T(RoomTexts.HiddenNow, Formatting.Plain(conversation.Name)), true);
        if (ReferenceEquals(current, conversation))
        {
            Client.ReleaseOlder(conversation);
            (current, reply) = (null, null);
        }
        Refresh();
        if (current is not null) Keepsake.KeepOpen(current);
    }

    private void BringBack()
    {
        foreach (var conversation in State.Rooms.Concat<Conversation>(State.DirectChats))
            if (conversation.MentionCount > 0 && Arrangement.IsHidden(conversation)) Arrangement.Unhide(conversation);
    }
}
