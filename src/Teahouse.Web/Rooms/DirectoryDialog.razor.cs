using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Composer;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Rooms;

/// <summary>The rooms of the server: to find one, or to make one. Shown from its first drawing on.</summary>
public sealed partial class DirectoryDialog() : PageDialog(DialogId)
{
    private const string DialogId = "directory";
    private const int MostShown = 100;

    private RoomDirectory? directory;
    private string wanted = "";

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    /// <summary>Asks the server.</summary>
    [Parameter, EditorRequired] public Func<Task<RoomDirectory>> List { get; set; } = null!;

    [Parameter] public EventCallback<string> OnPick { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    private IEnumerable<ListedRoom> Found => directory is null ? [] : directory.Rooms
        .Where(r => r.Name.Contains(wanted.Trim(), StringComparison.OrdinalIgnoreCase) || r.Topic.Contains(wanted.Trim(), StringComparison.OrdinalIgnoreCase))
        .Take(MostShown);

    private string? NewRoom =>
        wanted.Trim().Length > 0 && Composed.RoomName(wanted) is { } name && directory?.Rooms.Any(r => AsciiCase.Equals(r.Name, name)) != true ? name : null;

    private string Says => directory is null ? T(RoomTexts.Listing)
        : directory.Problem is { } problem ? T(RoomTexts.ListFailed, T(ShellTexts.Of(problem)))
        : RoomTexts.RoomCount.In(Language, directory.Rooms.Count, Locale.PluralCategory(Language, directory.Rooms.Count));

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (!firstRender) return;
        Run(ListAsync);
    }

    private bool IsIn(ListedRoom room) => State.Rooms.Any(r => r.IsJoined && AsciiCase.Equals(r.Name, room.Name));

    private async Task ListAsync()
    {
        directory = await List();
        StateHasChanged();
    }

    private Task MakeAsync() => NewRoom is { } made ? PickAsync(made) : Found.FirstOrDefault() is { } first ? PickAsync(first.Name) : Task.CompletedTask;

    private async Task PickAsync(string name)
    {
        Close();
        await OnPick.InvokeAsync(name);
    }
}
