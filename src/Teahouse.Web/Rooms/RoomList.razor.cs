using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.Notifications;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Rooms;

/// <summary>Rooms and direct chats, and at the foot who the reader is.</summary>
public sealed partial class RoomList : IDisposable
{
    private const string ListId = "room-list";

    private readonly HashSet<Conversation> watched = [];
    private RoomSections sections = RoomSections.None;
    private Redraw? redraw;

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    [Parameter] public Conversation? Current { get; set; }

    [Parameter] public EventCallback<Conversation> OnPick { get; set; }

    /// <summary>Not wanted in the list.</summary>
    [Parameter] public EventCallback<Conversation> OnHide { get; set; }

    [Parameter] public EventCallback OnJump { get; set; }

    /// <summary>The server's rooms are wanted.</summary>
    [Parameter] public EventCallback OnBrowse { get; set; }

    [Parameter] public EventCallback OnSettings { get; set; }

    /// <summary>The reader wants to say what they are doing.</summary>
    [Parameter] public EventCallback OnStatus { get; set; }

    /// <summary>The saved messages are wanted.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>What answers or names the reader is wanted.</summary>
    [Parameter] public EventCallback OnCalls { get; set; }

    [Inject] private IPage Page { get; set; } = null!;

    [Inject] private NotificationSettings Notify { get; set; } = null!;

    [Inject] private RoomArrangement Arrangement { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    protected override object Given => (State, Current, Language);

    private string Standing => !State.Connection.IsOnline ? T(RoomTexts.Connecting)
        : State.Me.AwayText is { } status ? Formatting.Plain(status)
        : T(State.Me.IsGuest ? RoomTexts.GuestOnline : CommonTexts.Online);

    protected override void OnInitialized()
    {
        redraw = new Redraw(() => Run(Refresh), Time, Redraw.Calm);
        State.Changed += redraw.Request;
        Page.LookedAtChanged += OnLookedAtChanged;
        Notify.Changed += redraw.Request;
        Arrangement.Changed += redraw.Request;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) AttachOrder();
    }

    protected override void OnParametersSet()
    {
        if (IsGivenOther) Arrange();
    }

    public void Dispose()
    {
        Page.LookedAtChanged -= OnLookedAtChanged;
        State.Changed -= redraw!.Request;
        Notify.Changed -= redraw.Request;
        Arrangement.Changed -= redraw.Request;
        foreach (var conversation in watched) conversation.Changed -= redraw.Request;
        redraw.Dispose();
    }

    private void OnLookedAtChanged(bool looking) => redraw!.Request();

    private void Refresh()
    {
        Arrange();
        StateHasChanged();
    }

    private void Arrange()
    {
        sections = RoomSections.Of(State, Current, Notify.IsMuted, Arrangement);
        var now = sections.All.Concat(sections.Hidden).ToHashSet();
        foreach (var left in watched.Except(now).ToList())
        {
            left.Changed -= redraw!.Request;
            watched.Remove(left);
        }
        foreach (var conversation in now)
            if (watched.Add(conversation)) conversation.Changed += redraw!.Request;
    }
}
