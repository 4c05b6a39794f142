using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Rooms;

/// <summary>What new members of a room may read. Not shown where the server does not tell.</summary>
public sealed partial class HistoryChoice
{
    private NewcomerHistory? history;
    private string? says;

    [Parameter, EditorRequired] public Func<Task<NewcomerHistory?>> Ask { get; set; } = null!;

    /// <summary>Sets it; what the server said against it, or null.</summary>
    [Parameter, EditorRequired] public Func<NewcomerHistory, Task<ServiceAnswer?>> Set { get; set; } = null!;

    protected override async Task OnInitializedAsync() => history = await Ask();

    private async Task ChooseAsync(NewcomerHistory choice)
    {
        var before = history;
        (history, says) = (choice, null);
        if (await Set(choice) is not { } refusal) return;
        history = before;
        says = AnswerTexts.Say(refusal, Language, RoomTexts.NewcomersFailed);
    }
}
