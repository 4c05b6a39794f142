using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Messages;
using Teahouse.Web.Shell;

namespace Teahouse.Web.People;

/// <summary>Who is in a room.</summary>
public sealed partial class MemberList : IDisposable
{
    private MemberSections sections = new([], []);
    private Room? shown;
    private string? menu;
    private Redraw? redraw;

    [Parameter, EditorRequired] public Room Room { get; set; } = null!;

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    [Parameter] public EventCallback<Member> OnPick { get; set; }

    /// <summary>What of a member's menu was chosen.</summary>
    [Parameter] public EventCallback<(string Nick, MemberAct Act)> OnAct { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private TimeProvider Time { get; set; } = null!;

    protected override object Given => (Room, State, Language);

    protected override void OnInitialized() => redraw = new Redraw(() => Run(Refresh), Time, Redraw.Calm);

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(shown, Room))
        {
            if (shown is not null) shown.Changed -= redraw!.Request;
            shown = Room;
            shown.Changed += redraw!.Request;
        }
        if (IsGivenOther) sections = MemberSections.Of(Room.Members);
    }

    public void Dispose()
    {
        if (shown is not null) shown.Changed -= redraw!.Request;
        redraw!.Dispose();
    }

    private void Refresh()
    {
        sections = MemberSections.Of(Room.Members);
        StateHasChanged();
    }

    private bool IsMe(Member member) => AsciiCase.Equals(member.Nick, State.Me.Nick);

    private void OpenMenu(Member member)
    {
        if (!IsMe(member)) menu = member.Nick;
    }

    private string? Note(Member member)
    {
        List<string> notes = [];
        if (member.IsGuest) notes.Add(T(PeopleTexts.Guest));
        if (member is { Away: true, AwayText.Length: > 0 }) notes.Add(Formatting.Plain(member.AwayText));
        else
        {
            if (MemberSections.RankName(member) is { } rank) notes.Add(T(rank));
            if (IsMe(member)) notes.Add(T(PeopleTexts.You));
        }
        return notes.Count > 0 ? string.Join(" · ", notes) : null;
    }
}
