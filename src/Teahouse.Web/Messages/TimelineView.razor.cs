using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Messages;

/// <summary>The timeline of one conversation: draws its window and tells what its reader wants and has read.</summary>
public sealed partial class TimelineView : IDisposable
{
    private const string PaneId = "timeline";

    private readonly TimelineWindow window = new();
    private IReadOnlyList<TimelineRow> rows = [];
    private MentionFinder names = new("", static _ => false);
    private Conversation? shown;
    private Redraw? redraw;
    private long? unreadLine;
    private bool atBottom = true;
    private bool begun;

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    /// <summary>The reader's own nick.</summary>
    [Parameter, EditorRequired] public string Me { get; set; } = "";

    [Parameter] public EventCallback<TimelineMessage> OnRetry { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnDiscard { get; set; }

    /// <summary>Older entries than the client has are wanted.</summary>
    [Parameter] public EventCallback<Conversation> OnLoadOlder { get; set; }

    /// <summary>Everything in the conversation was seen.</summary>
    [Parameter] public EventCallback<Conversation> OnRead { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private ITimelineScroll Scroll { get; set; } = null!;

    [Inject] private IPage Page { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private IReadOnlyList<TimelineItem> Items => Conversation.Timeline.Items;

    private bool IsAtBeginning =>
        !Conversation.Timeline.HasOlder && !Conversation.IsCatchingUp && !window.HasOlder(Items);

    private bool IsSeen => atBottom && window.IsLive && Page.IsLookedAt;

    /// <summary>Follows the end from now on: the reader wrote something.</summary>
    public void Follow()
    {
        window.ShowNow();
        Refresh();
        Scroll.Pin(PaneId);
    }

    protected override void OnInitialized()
    {
        redraw = new Redraw(() => Run(Refresh), Time);
        Page.LookedAtChanged += OnLookedAtChanged;
    }

    protected override void OnParametersSet()
    {
        if (names.Me != Me) names = new(Me, IsMember);
        if (ReferenceEquals(shown, Conversation))
        {
            Arrange();
            return;
        }
        if (shown is not null) shown.Changed -= redraw!.Request;
        shown = Conversation;
        shown.Changed += redraw!.Request;
        // A new finder has the messages drawn with the members of this room.
        names = new(Me, IsMember);
        window.ShowNow();
        unreadLine = Conversation.FirstUnread;
        if (unreadLine is { } key) window.Show(Items, key);
        atBottom = true;
        begun = false;
        Arrange();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) Scroll.Attach(PaneId, reached => Run(() => OnAtBottom(reached)), () => Run(OnWantsOlder), () => Run(OnWantsNewer));
        if (begun) return;
        begun = true;
        Scroll.Begin(PaneId);
        await TellReadAsync();
    }

    public void Dispose()
    {
        Page.LookedAtChanged -= OnLookedAtChanged;
        if (shown is not null) shown.Changed -= redraw!.Request;
        redraw?.Dispose();
        Scroll.Detach(PaneId);
    }

    private bool IsMember(string nick) => Conversation is Room room ? room.Member(nick) is not null : nick == Conversation.Name;

    private void Refresh()
    {
        Run(TellReadAsync);
        Arrange();
        StateHasChanged();
    }

    private void Arrange()
    {
        // The line stands above what was unread when the reader came, and moves only when new unread ones gather unseen.
        if (!IsSeen && Conversation.FirstUnread is { } first) unreadLine = first;
        rows = TimelineLayout.Rows(window.Of(Items), unreadLine, Locale);
    }

    private Task TellReadAsync() =>
        IsSeen && begun && Conversation.UnreadCount > 0 ? OnRead.InvokeAsync(Conversation) : Task.CompletedTask;

    private void OnAtBottom(bool reached)
    {
        if (atBottom == reached) return;
        atBottom = reached;
        if (!reached) window.Hold(Items);
        Refresh();
    }

    private void OnWantsOlder()
    {
        if (window.HasOlder(Items))
        {
            window.ShowOlder(Items);
            Refresh();
        }
        else if (Conversation.Timeline is { HasOlder: true, IsLoadingOlder: false })
            Run(() => OnLoadOlder.InvokeAsync(Conversation));
    }

    private void OnWantsNewer()
    {
        if (window.IsLive) return;
        window.ShowNewer(Items);
        Refresh();
    }

    private void OnLookedAtChanged(bool looking) => Run(Refresh);

    private void ToNow()
    {
        window.ShowNow();
        Refresh();
        Scroll.ToBottom(PaneId);
    }
}
