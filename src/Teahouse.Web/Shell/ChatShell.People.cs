using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.People;

namespace Teahouse.Web.Shell;

/// <summary>What the reader says of themselves, and whom they do not listen to.</summary>
public sealed partial class ChatShell
{
    private bool isStatusOpen;
    private bool isAccountOpen;

    [Inject] private IgnoredPeople Ignored { get; set; } = null!;

    [Inject] private OwnTimeZone Zone { get; set; } = null!;

    [Inject] private OwnStatus Status { get; set; } = null!;

    private void BeginPeople()
    {
        Keepsake.WhenForgotten(() => Run(ForgetAsync));
        Ignored.Changed += Ignore;
        Ignore();
        Zone.Changed += ReviewZone;
        Status.Begin(text => Run(() => TellStatusAsync(text)));
    }

    private void EndPeople()
    {
        Ignored.Changed -= Ignore;
        Zone.Changed -= ReviewZone;
    }

    private void ReviewZone() => Run(() => Zone.ReviewAsync(State.Connection.IsOnline && State.Me.Account is not null, zone => Client.SetTimeZoneAsync(zone)));

    private void Ignore() => Client.SetIgnored(Ignored.Names);

    // Without a connection the client says it once there is one.
    private async Task TellStatusAsync(string? text)
    {
        if (await Client.SetAwayAsync(text) is { Kind: not ProblemKind.Offline and not ProblemKind.ConnectionLost } problem) Tell(problem, T(PeopleTexts.Status));
    }

    private async Task LogOutAsync()
    {
        await Visit.LeaveAsync(Time);
        await ForgetAsync();
    }

    // The page begins anew, as for somebody who has never been here.
    private async Task ForgetAsync()
    {
        await Visit.ForgetAsync();
        Navigation.NavigateTo(Navigation.BaseUri, forceLoad: true);
    }

    private string AccountOf(string nick) => State.Rooms.Select(r => r.Member(nick)).FirstOrDefault(m => m is not null)?.Account ?? nick;
}
