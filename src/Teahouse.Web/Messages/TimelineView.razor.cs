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
    private readonly UnreadLine unread = new();
    private readonly DrawnRows drawn = new();
    private IReadOnlyList<TimelineRow> rows = [];
    private IReadOnlyList<RowBlock> blocks = [];
    private LocalDay today;
    private bool isUnreadShown;
    private MentionFinder names = new("", static _ => false);
    private Conversation? shown;
    private Redraw? redraw;
    private bool atBottom = true;
    private bool begun;
    private bool isUnreadWanted;
    private bool isEndWanted;
    private bool isWayWanted;
    private bool isKeptUnread;

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    /// <summary>The reader's own nick.</summary>
    [Parameter, EditorRequired] public string Me { get; set; } = "";

    [Parameter] public EventCallback<TimelineMessage> OnRetry { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnDiscard { get; set; }

    /// <summary>Older entries than the client has are wanted.</summary>
    [Parameter] public EventCallback<Conversation> OnLoadOlder { get; set; }

    /// <summary>Newer entries of an excursion are wanted.</summary>
    [Parameter] public EventCallback<Conversation> OnLoadNewer { get; set; }

    /// <summary>The reader wants to be back at the end of the timeline.</summary>
    [Parameter] public EventCallback<Conversation> OnNow { get; set; }

    /// <summary>Everything in the conversation was seen.</summary>
    [Parameter] public EventCallback<Conversation> OnRead { get; set; }

    /// <summary>Whose messages the reader does not want to see.</summary>
    [Parameter] public Func<Sender, bool> Ignores { get; set; } = static _ => false;

    /// <summary>Whether a message is among the saved ones.</summary>
    [Parameter] public Func<TimelineMessage, bool> IsSaved { get; set; } = static _ => false;

    /// <summary>Whether replies and reactions reach anybody here.</summary>
    /// <summary>Whether the server says which words are for everybody.</summary>
    [Parameter] public bool CanCall { get; set; }

    [Parameter] public bool CanReact { get; set; }

    /// <summary>Which messages the reader may take back.</summary>
    [Parameter] public Func<TimelineMessage, bool> CanRedact { get; set; } = static _ => false;

    /// <summary>Something is wanted with a message: "reply", "copy", "link", "redact", "again", or "toggle" with an emoji.</summary>
    [Parameter] public EventCallback<MessageAct> OnAct { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private ITimelineScroll Scroll { get; set; } = null!;

    [Inject] private IPage Page { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private IReadOnlyList<TimelineItem> Items => Conversation.Shown.Items;

    /// <summary>The page follows the end of the timeline.</summary>
    private bool IsLive => window.IsLive && Conversation.Excursion is null;

    /// <summary>What it holds is here: before, nothing is scrolled to and nothing counts as read.</summary>
    private bool IsHere => !Conversation.IsCatchingUp && (Items.Count > 0 || Conversation is not Room { IsJoined: false });

    private bool IsAtBeginning =>
        !Conversation.Shown.HasOlder && IsHere && !window.HasOlder(Items);

    private bool IsSeen => atBottom && IsLive && Page.IsLookedAt && !isKeptUnread;

    protected override object Given => (Conversation, Me, CanReact, CanCall, Language);

    /// <summary>Follows the end from now on: the reader wrote something.</summary>
    public void Follow()
    {
        if (Conversation.Excursion is not null) Run(() => OnNow.InvokeAsync(Conversation));
        window.ShowNow();
        Refresh();
        isEndWanted = true;
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
            if (IsGivenOther) Arrange();
            return;
        }
        if (shown is not null) shown.Changed -= OnChanged;
        shown = Conversation;
        shown.Changed += OnChanged;
        // A new finder has the messages drawn with the members of this room.
        names = new(Me, IsMember);
        window.Begin();
        unread.Begin();
        atBottom = true;
        begun = false;
        chosen = null;
        EndPicking();
        isKeptUnread = false;
        revealed.Clear();
        Arrange();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Scroll.Attach(PaneId, reached => Run(() => OnAtBottom(reached)), () => Run(OnWantsOlder), () => Run(OnWantsNewer));
            Acts.Attach(PaneId, (act, key, value) => Run(() => OnAskedAsync(act, key, value)));
        }
        ShowWhatWasAskedFor();
        if (isUnreadWanted) Scroll.ToUnread(PaneId);
        isUnreadWanted = false;
        // Only now the end that is meant is drawn.
        if (isEndWanted) Scroll.Pin(PaneId);
        if (isWayWanted) Scroll.ToBottom(PaneId);
        (isEndWanted, isWayWanted) = (false, false);
        if (begun || !IsHere) return;
        begun = true;
        Scroll.Begin(PaneId);
        await TellReadAsync();
    }

    public void Dispose()
    {
        Page.LookedAtChanged -= OnLookedAtChanged;
        if (shown is not null) shown.Changed -= OnChanged;
        redraw?.Dispose();
        Scroll.Detach(PaneId);
    }

    private bool IsMember(string nick) => Conversation is Room room ? room.Member(nick) is not null : nick == Conversation.Name;

    private void OnChanged()
    {
        unread.Watch(Conversation);
        redraw!.Request();
    }

    private void Refresh()
    {
        Arrange();
        Run(TellReadAsync);
        StateHasChanged();
    }

    private void Arrange()
    {
        unread.Update(Conversation, IsHere, IsSeen);
        if (!begun && IsHere && unread.Key is { } line) window.Show(Items, line);
        if (atBottom) window.Follow(Items);
        rows = TimelineLayout.Rows(window.Of(Items), unread.Key, Locale, Find, IsHidden, drawn);
        blocks = RowBlock.Of(rows, blocks);
        isUnreadShown = rows.OfType<UnreadRow>().Any();
        today = Locale.DayOf(Time.GetUtcNow());
    }

    private Task TellReadAsync() =>
        IsSeen && begun && !Conversation.IsCatchingUp && Conversation.UnreadCount > 0 ? OnRead.InvokeAsync(Conversation) : Task.CompletedTask;

    private void OnAtBottom(bool reached)
    {
        if (atBottom == reached) return;
        atBottom = reached;
        if (reached) window.Loosen(Items);
        else window.Hold(Items);
        Refresh();
    }

    private void OnWantsOlder()
    {
        if (window.HasOlder(Items))
        {
            // Much may have come since what is seen was drawn: whoever follows the end stays there.
            window.ShowOlder(Items, keepsEnd: atBottom && IsLive);
            Refresh();
        }
        else if (Conversation.Shown is { HasOlder: true, IsLoadingOlder: false })
            Run(() => OnLoadOlder.InvokeAsync(Conversation));
    }

    private void OnWantsNewer()
    {
        if (!window.IsLive)
        {
            window.ShowNewer(Items);
            Refresh();
        }
        else if (Conversation.Excursion is { IsLoadingNewer: false })
        {
            window.Hold(Items);
            Run(() => OnLoadNewer.InvokeAsync(Conversation));
        }
    }

    private void OnLookedAtChanged(bool looking) => Run(Refresh);

    private async Task ToUnreadAsync()
    {
        if (unread.Key is not { } line) return;
        if (Conversation.Excursion is not null) await OnNow.InvokeAsync(Conversation);
        window.Show(Items, line);
        window.Hold(Items);
        Refresh();
        isUnreadWanted = true;
    }

    private async Task ToNowAsync()
    {
        var isAway = !IsLive;
        if (Conversation.Excursion is not null) await OnNow.InvokeAsync(Conversation);
        window.ShowNow();
        Refresh();
        (isEndWanted, isWayWanted) = (isAway, !isAway);
    }
}
