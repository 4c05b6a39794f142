using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.People;

/// <summary>Keeping order: what the reader may do with one member of a room.</summary>
public sealed partial class MemberActs
{
    private const string ReasonId = "moderate-reason";

    private MemberAct? asked;
    private string reason = "";
    private string? says;
    private bool isBusy;
    private bool isAskedAnew;

    [Parameter, EditorRequired] public Room Room { get; set; } = null!;

    [Parameter, EditorRequired] public string Nick { get; set; } = "";

    [Parameter, EditorRequired] public RoomRights Rights { get; set; } = null!;

    /// <summary>What is asked about from the beginning: <see cref="MemberAct.Kick"/> or <see cref="MemberAct.Ban"/>.</summary>
    [Parameter] public MemberAct? Begin { get; set; }

    /// <summary>Does it, with a reason that may be empty; why not, if it was refused.</summary>
    [Parameter, EditorRequired] public Func<MemberAct, string, Task<Problem?>> Do { get; set; } = null!;

    /// <summary>They are out of the room.</summary>
    [Parameter] public EventCallback OnGone { get; set; }

    [Inject] private IComposerBox Box { get; set; } = null!;

    protected override void OnInitialized()
    {
        if (Begin is MemberAct.Kick or MemberAct.Ban && Rights.CanKick) Ask(Begin.Value);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (isAskedAnew && !firstRender) Box.Focus(ReasonId);
        isAskedAnew = false;
    }

    private void Ask(MemberAct act) => (asked, isAskedAnew, says) = (act, true, null);

    private void Cancel() => (asked, says) = (null, null);

    private async Task DoAsync(MemberAct act, string why = "")
    {
        if (isBusy) return;
        (isBusy, says) = (true, null);
        var problem = await Do(act, why);
        isBusy = false;
        if (problem is not null) says = T(ModerationTexts.Failed, T(ShellTexts.Of(problem)));
        else if (act is MemberAct.Kick or MemberAct.Ban) await OnGone.InvokeAsync();
    }
}
