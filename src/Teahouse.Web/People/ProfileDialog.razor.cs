using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;

namespace Teahouse.Web.People;

/// <summary>Who somebody is: the real nick, account, where one meets. Shown from its first drawing on.</summary>
public sealed partial class ProfileDialog() : PageDialog(DialogId)
{
    private const string DialogId = "profile";

    private string? localTime;

    [Parameter, EditorRequired] public string Nick { get; set; } = "";

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    /// <summary>"chat", "mention", "ignore" or "heed".</summary>
    [Parameter] public EventCallback<string> OnAct { get; set; }

    /// <summary>The room that is open, or null.</summary>
    [Parameter] public Room? Room { get; set; }

    /// <summary>What of <see cref="Moderate"/> is asked about from the beginning, or null.</summary>
    [Parameter] public MemberAct? Begin { get; set; }

    /// <summary>Keeps order in the open room; why not, if it was refused.</summary>
    [Parameter] public Func<MemberAct, string, Task<Problem?>> Moderate { get; set; } = static (_, _) => Task.FromResult<Problem?>(null);

    /// <summary>The zone that somebody says to be in, or null.</summary>
    [Parameter] public Func<string, Task<string?>> TimeZoneOf { get; set; } = static _ => Task.FromResult<string?>(null);

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    private Member? Member => State.Rooms.Select(r => r.Member(Nick)).FirstOrDefault(m => m is not null);

    private string? Account => Member?.Account ?? (IsMe ? State.Me.Account : Chat?.Account);

    private bool IsGuest => Member?.IsGuest ?? (IsMe ? State.Me.IsGuest : Chat?.IsGuest ?? false);

    // With whom one shares no room.
    private DirectChat? Chat => State.DirectChats.FirstOrDefault(c => AsciiCase.Equals(c.Name, Nick));

    private bool IsIgnored => State.Ignores(new(Nick, Account, IsMe));

    private bool IsMe => AsciiCase.Equals(Nick, State.Me.Nick);

    private RoomRights? Rights => Room is null ? null : RoomRights.Of(State, Room, Nick);

    private Presence Presence => Presences.Of(Nick, State.Rooms);

    private IReadOnlyList<string> Shared => [.. State.Rooms.Where(r => r.Member(Nick) is not null).Select(r => Formatting.Plain(r.Name))];

    protected override async Task OnInitializedAsync()
    {
        if (await TimeZoneOf(Nick) is { } zone) localTime = Locale.TimeIn(Language, Time.GetUtcNow(), zone);
    }

    private async Task DoAsync(string act)
    {
        Close();
        await OnAct.InvokeAsync(act);
    }
}
