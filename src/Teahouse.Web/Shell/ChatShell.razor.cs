using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.Notifications;
using Teahouse.Web.Rooms;

namespace Teahouse.Web.Shell;

/// <summary>The chat: which conversation is open and which pane is shown. What people do goes to the client from here.</summary>
public sealed partial class ChatShell : IDisposable
{
    private readonly HashSet<Conversation> watched = [];
    private Redraw? redraw;
    private TimelineView? timeline;
    private Conversation? current;
    private string pane = "chat";
    private bool arePeopleHidden;
    private bool isJumping;
    private bool isSetting;
    private string? trouble;
    private (string Text, bool IsGood)? note;
    private string? ownerToken;
    private string place = "";

    [Parameter, EditorRequired] public Visit Visit { get; set; } = null!;

    /// <summary>A one-time token that makes its bearer the server's owner; null without.</summary>
    [Parameter] public string? OwnerToken { get; set; }

    [Inject] private Keepsake Keepsake { get; set; } = null!;

    [Inject] private IPage Page { get; set; } = null!;

    [Inject] private IReturn Return { get; set; } = null!;

    [Inject] private IOffline Offline { get; set; } = null!;

    [Inject] private IShortcuts Shortcuts { get; set; } = null!;

    [Inject] private IComposerBox Box { get; set; } = null!;

    [Inject] private INotifications Notifications { get; set; } = null!;

    [Inject] private NotificationSettings Notify { get; set; } = null!;

    [Inject] private Notifier Notifier { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private ChatClient Client => Visit.Client!;

    private ChatState State => Client.State;

    private string? Unkept => State.OutboxTrouble is null ? null : T(ShellTexts.Unkept);

    protected override void OnInitialized()
    {
        redraw = new Redraw(() => Run(Refresh), Time, Redraw.Calm);
        ownerToken = OwnerToken;
        ReadLink();
        ReadDeviceLink();
        State.Changed += redraw.Request;
        State.Renamed += OnRenamed;
        State.Heard += Notifier.Hear;
        Notify.Changed += redraw.Request;
        Arrangement.Changed += redraw.Request;
        Notifications.Opened += OnNotificationOpened;
        Shortcuts.Pressed += OnShortcut;
        Page.LookedAtChanged += OnLookedAtChanged;
        Return.Returned += OnReturned;
        BeginFiles();
        BeginPeople();
        BeginFollowing();
        Arrange();
    }

    public void Dispose()
    {
        EndPeople();
        EndFollowing();
        Page.LookedAtChanged -= OnLookedAtChanged;
        Return.Returned -= OnReturned;
        Shortcuts.Pressed -= OnShortcut;
        State.Changed -= redraw!.Request;
        State.Renamed -= OnRenamed;
        State.Heard -= Notifier.Hear;
        Notify.Changed -= redraw.Request;
        Arrangement.Changed -= redraw.Request;
        Notifications.Opened -= OnNotificationOpened;
        foreach (var conversation in watched) conversation.Changed -= redraw.Request;
        redraw.Dispose();
    }

    private void Refresh()
    {
        Arrange();
        FollowLink();
        FollowDeviceLink();
        FollowOnline();
        ReviewZone();
        if (ownerToken is { } token && State.Connection.IsOnline) Run(() => RedeemAsync(token));
        StateHasChanged();
    }

    private void Arrange()
    {
        if (current is not null && !IsListed(current)) current = null;
        BringBack();
        current ??= (Keepsake.Open is { } name && State.Find(name) is { } kept && !Arrangement.IsHidden(kept) ? kept : null) ?? RoomSections.Of(State, null, Notify.IsMuted, Arrangement).All.FirstOrDefault();
        ArrangeFiles();
        Watch();
        Page.SetTitle(PageTitle.Of(State, current, WaitsForNobody));
        var (forMe, isAny) = PageTitle.Waiting(State, WaitsForNobody);
        Page.SetBadge(forMe, isAny);
        if (place != (current?.Name ?? "")) Notifications.At(place = current?.Name ?? "");
    }

    // What is before the reader's eyes is read in a moment: the tab's title does not blink with every message.
    private bool WaitsForNobody(Conversation conversation) => IsQuiet(conversation) || (ReferenceEquals(conversation, current) && Page.IsLookedAt);

    // Topic, members and counts of each conversation stand in the header, the title and the list.
    private void Watch()
    {
        foreach (var conversation in State.Rooms.Concat<Conversation>(State.DirectChats))
            if (watched.Add(conversation)) conversation.Changed += redraw!.Request;
        foreach (var left in watched.Where(c => !IsListed(c)).ToList())
        {
            left.Changed -= redraw!.Request;
            watched.Remove(left);
        }
    }

    private bool IsListed(Conversation conversation) =>
        State.Rooms.Contains(conversation) || State.DirectChats.Contains(conversation);

    private void Open(Conversation conversation)
    {
        pane = "chat";
        trouble = null;
        Arrangement.Unhide(conversation);
        if (ReferenceEquals(current, conversation)) return;
        reply = null;
        if (current is not null) Client.ReleaseOlder(current);
        current = conversation;
        Keepsake.KeepOpen(conversation);
        Refresh();
    }

    private void TogglePeople()
    {
        if (Page.IsWide) arePeopleHidden = !isSearching && !isSaved && !arePeopleHidden;
        else pane = pane == "people" && !isSearching && !isSaved ? "chat" : "people";
        isSearching = false;
        isSaved = false;
    }

    private void Say(Conversation conversation, string text, MessageKind kind)
    {
        Client.Send(conversation, Markdown.ToIrc(text), kind, ReferenceEquals(conversation, current) ? reply : null);
        reply = null;
        timeline?.Follow();
    }

    private Task JumpAsync(JumpChoice choice)
    {
        switch (choice)
        {
            case JumpChoice.Open open: Open(open.Conversation); break;
            case JumpChoice.Person person: Open(Client.OpenChat(person.Nick)); break;
            case JumpChoice.NewRoom room: return JoinAsync(room.Room);
        }
        return Task.CompletedTask;
    }

    private async Task JoinAsync(string name, string? key = null)
    {
        if (await EnterAsync(name, key) is { } problem) Tell(problem, name);
    }

    /// <summary>Opens the room, or says why it cannot.</summary>
    private async Task<Problem?> EnterAsync(string name, string? key, bool isFollowed = false)
    {
        var problem = await Client.JoinAsync(name, key);
        if (problem?.Instead is { } now && now != name && !isFollowed) return await EnterAsync(now, key, isFollowed: true);
        if (problem is null && State.Find(name) is { } room) Open(room);
        return problem;
    }

    private Task LeaveAsync() => current is Room room ? TellAsync(Client.PartAsync(room), room.Name) : Task.CompletedTask;

    private async Task LoadOlderAsync(Conversation conversation) => await TellAsync(Client.LoadOlderAsync(conversation), conversation.Name);

    private async Task RedeemAsync(string token)
    {
        ownerToken = null;
        Page.ForgetPath();
        var problem = await Client.RedeemOwnerTokenAsync(token);
        note = problem is null
            ? (T(ShellTexts.OwnerDone), true)
            : (T(ShellTexts.OwnerFailed, problem.Detail.Length > 0 ? problem.Detail : T(ShellTexts.Of(problem))), false);
        StateHasChanged();
    }

    private async Task TellAsync(Task<Problem?> asked, string about)
    {
        if (await asked is { } problem) Tell(problem, about);
    }

    private void Tell(Problem problem, string about)
    {
        trouble = T(ShellTexts.Failed, about, T(ShellTexts.Of(problem)));
        StateHasChanged();
    }

    private void OnLookedAtChanged(bool looking)
    {
        redraw!.Request();
        FollowNow();
        if (!looking) return;
        Client.ReconnectNow();
        Notifications.At(place);
    }

    private void OnNotificationOpened(string place) => Run(() =>
    {
        if (State.Find(place) is { } conversation) Open(conversation);
        StateHasChanged();
    });

    private void OnReturned()
    {
        Client.ReconnectNow();
        Offline.Look();
    }

    private void OnShortcut(string name) => Run(() =>
    {
        switch (name)
        {
            case "jump": isJumping = true; break;
            case "search": OpenSearch(); break;
            case "previous": Step(-1); break;
            case "next": Step(1); break;
            case "escape":
                pane = "chat";
                isSearching = false;
                isSaved = false;
                reply = null;
                break;
        }
        StateHasChanged();
    });

    private void Step(int by)
    {
        var all = RoomSections.Of(State, current, Notify.IsMuted, Arrangement).All.ToList();
        if (all.Count > 0 && current is not null) Open(all[(all.IndexOf(current) + by + all.Count) % all.Count]);
    }
}
