using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Rooms;

/// <summary>The reader puts the rows into an order of their own.</summary>
public sealed partial class RoomList
{
    private Conversation? menu;
    private string? moved;

    [Inject] private IRoomDrag Drag { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    private IEnumerable<Conversation> Known => State.Rooms.Concat<Conversation>(State.DirectChats);

    private void AttachOrder() => Drag.Attach(
        ListId,
        (row, beside, isAfter) => Run(() =>
        {
            if (Find(row) is { } one && Find(beside) is { } other) Move(one, other, isAfter);
        }),
        (row, by) => Run(() =>
        {
            if (Find(row) is { } one) Step(one, by);
        }),
        row => Run(() =>
        {
            menu = Find(row);
            StateHasChanged();
        }));

    private Conversation? Find(string row) => sections.All.FirstOrDefault(c => RoomRow.KeyOf(c) == row);

    // Among those above and below that are of its kind.
    private List<Conversation> Peers(Conversation conversation) =>
        [.. (sections.Unread.Contains(conversation) ? sections.Unread : conversation is Room ? sections.Rooms : sections.Chats).Where(c => c is Room == conversation is Room)];

    private bool CanStep(Conversation conversation, int by)
    {
        var peers = Peers(conversation);
        return peers.IndexOf(conversation) + by is var at && at >= 0 && at < peers.Count;
    }

    private void Step(Conversation conversation, int by)
    {
        if (CanStep(conversation, by)) Move(conversation, Peers(conversation)[Peers(conversation).IndexOf(conversation) + by], by > 0);
    }

    private void Move(Conversation conversation, Conversation beside, bool isAfter)
    {
        Arrangement.Move(conversation, beside, isAfter, Known);
        // At once: who moves it by keyboard goes on from where it is now.
        Refresh();
        var peers = Peers(conversation);
        moved = T(RoomTexts.Moved, Formatting.Plain(conversation.Name), peers.IndexOf(conversation) + 1, peers.Count);
        StateHasChanged();
    }

    private Task ActAsync(Conversation conversation, string act)
    {
        switch (act)
        {
            case "up": Step(conversation, -1); break;
            case "down": Step(conversation, 1); break;
            case "mute": Notify.SetMuted(conversation, !Notify.IsMuted(conversation)); break;
            case "hide": return OnHide.InvokeAsync(conversation);
        }
        return Task.CompletedTask;
    }

    // Closing is told late: another may be open by then.
    private void Closed(Conversation conversation)
    {
        if (ReferenceEquals(menu, conversation)) menu = null;
    }
}
