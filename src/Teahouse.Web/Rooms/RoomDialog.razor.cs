using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.Notifications;
using Teahouse.Web.People;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Rooms;

/// <summary>What can be done with a room: its topic, letting others in, leaving. Shown from its first drawing on.</summary>
public sealed partial class RoomDialog() : PageDialog(DialogId)
{
    private const string DialogId = "room-dialog";

    private string topic = "";
    private int hours = 168;
    private int uses = 10;
    private string? link;
    private string? says;
    private bool isCopied;
    private NotificationRule rule;
    private string guest = "";
    private string? guestSays;
    private bool isGuestAsked;

    [Parameter, EditorRequired] public Room Room { get; set; } = null!;

    /// <summary>Sets the topic; why not, if it was refused.</summary>
    [Parameter, EditorRequired] public Func<string, Task<Problem?>> SetTopic { get; set; } = null!;

    /// <summary>Makes a token for so many hours and people; without one, what the server said.</summary>
    [Parameter, EditorRequired] public Func<int, int, Task<(string? Token, ServiceAnswer Answer)>> Invite { get; set; } = null!;

    /// <summary>Asks somebody into the room; why not, if it was refused.</summary>
    [Parameter] public Func<string, Task<Problem?>> AskIn { get; set; } = static _ => Task.FromResult<Problem?>(null);

    /// <summary>Whether the reader keeps order here: then who is kept out is shown.</summary>
    [Parameter] public bool MayModerate { get; set; }

    /// <summary>What new members may read; null if the server does not tell.</summary>
    [Parameter] public Func<Task<NewcomerHistory?>> AskHistory { get; set; } = static () => Task.FromResult<NewcomerHistory?>(null);

    /// <summary>Sets it; what the server said against it, or null.</summary>
    [Parameter] public Func<NewcomerHistory, Task<ServiceAnswer?>> SetHistory { get; set; } = static _ => Task.FromResult<ServiceAnswer?>(null);

    [Parameter] public Func<Task<RoomBans>> Bans { get; set; } = static () => Task.FromResult(new RoomBans([]));

    [Parameter] public Func<string, Task<Problem?>> Unban { get; set; } = static _ => Task.FromResult<Problem?>(null);

    /// <summary>What was said on a day is wanted.</summary>
    [Parameter] public EventCallback<LocalDay> OnDay { get; set; }

    [Parameter] public EventCallback OnHide { get; set; }

    [Parameter] public EventCallback OnLeave { get; set; }

    [Inject] private IMessageActs Acts { get; set; } = null!;

    [Inject] private NotificationSettings Notify { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() => (topic, rule) = (Markdown.FromIrc(Room.Topic), Notify.RuleOf(Room));

    private async Task SetTopicAsync()
    {
        var problem = await SetTopic(Markdown.ToIrc(topic.ReplaceLineEndings(" ").Trim()));
        says = problem is null ? null : T(ShellTexts.Failed, T(ShellTexts.Topic), problem.Kind == ProblemKind.NotAllowed ? T(RoomTexts.NotYours) : T(ShellTexts.Of(problem)));
        if (problem is null) Close();
    }

    private void ChooseRule(NotificationRule choice)
    {
        rule = choice;
        Notify.SetRule(Room, choice);
    }

    private async Task InviteAsync()
    {
        (isCopied, link, says) = (false, null, null);
        var (token, answer) = await Invite(hours, uses);
        if (token is null) says = AnswerTexts.Say(answer, Language, RoomTexts.InviteFailed);
        else link = InviteLink.To(Navigation.BaseUri, Room.Name, token);
    }

    private async Task AskInAsync()
    {
        if (guest.Trim() is not { Length: > 0 } nick) return;
        var problem = await AskIn(nick);
        isGuestAsked = problem is null;
        guestSays = problem is null ? T(ModerationTexts.AskedIn, Formatting.Plain(nick)) : T(ModerationTexts.Failed, T(ShellTexts.Of(problem)));
        if (isGuestAsked) guest = "";
    }

    private async Task CopyAsync()
    {
        isCopied = await Acts.CopyAsync(link!);
        if (!isCopied) says = T(MessageTexts.NotCopied);
    }

    private async Task GoToDayAsync(LocalDay day)
    {
        Close();
        await OnDay.InvokeAsync(day);
    }

    private async Task HideAsync()
    {
        Close();
        await OnHide.InvokeAsync();
    }

    private async Task LeaveAsync()
    {
        Close();
        await OnLeave.InvokeAsync();
    }
}
