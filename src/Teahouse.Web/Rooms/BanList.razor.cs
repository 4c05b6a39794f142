using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;
using Teahouse.Web.People;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Rooms;

/// <summary>Who is kept out of a room, and the way back.</summary>
public sealed partial class BanList
{
    private IReadOnlyList<RoomBan>? bans;
    private string? says;

    /// <summary>Asks the server.</summary>
    [Parameter, EditorRequired] public Func<Task<RoomBans>> List { get; set; } = null!;

    /// <summary>Lets them in again; why not, if it was refused.</summary>
    [Parameter, EditorRequired] public Func<string, Task<Problem?>> Unban { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string NameOf(RoomBan ban) => Formatting.Plain(ban.Account ?? ban.Mask);

    private string? Note(RoomBan ban) => (ban.By, ban.Since) switch
    {
        ({ Length: > 0 } by, { } since) => T(ModerationTexts.BannedBy, Formatting.Plain(by), Locale.Day(Language, since)),
        ({ Length: > 0 } by, null) => Formatting.Plain(by),
        _ => null,
    };

    private async Task LoadAsync()
    {
        var answer = await List();
        if (answer.Problem is null) bans = answer.Bans;
        says = answer.Problem is { } problem ? T(ModerationTexts.Failed, T(ShellTexts.Of(problem))) : null;
    }

    private async Task UnbanAsync(RoomBan ban)
    {
        if (await Unban(ban.Mask) is { } problem) says = T(ModerationTexts.Failed, T(ShellTexts.Of(problem)));
        else await LoadAsync();
    }
}
