using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.People;

/// <summary>What can be done with one member, beside them in the list. Shown from its first drawing on.</summary>
public sealed partial class MemberMenu
{
    private const string Id = "member-menu";

    [Parameter, EditorRequired] public string Nick { get; set; } = "";

    [Parameter, EditorRequired] public RoomRights Rights { get; set; } = null!;

    [Parameter] public EventCallback<MemberAct> OnPick { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private IMessageActs Acts { get; set; } = null!;

    /// <summary>What the member's row is found by; no room is called so.</summary>
    public static string RowOf(string nick) => $"member {nick}";

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Acts.Open(Id, RowOf(Nick), () => Run(() => OnClose.InvokeAsync()));
    }

    private async Task PickAsync(MemberAct act)
    {
        Acts.Close(Id);
        await OnPick.InvokeAsync(act);
    }
}
