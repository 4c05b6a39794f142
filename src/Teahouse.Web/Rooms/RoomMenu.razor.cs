using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Rooms;

/// <summary>What can be done with one row of the list on the left. Shown from its first drawing on.</summary>
public sealed partial class RoomMenu
{
    private const string Id = "room-row-menu";

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    [Parameter] public bool CanMoveUp { get; set; }

    [Parameter] public bool CanMoveDown { get; set; }

    [Parameter] public bool IsMuted { get; set; }

    /// <summary>"up", "down", "mute" (on or off) or "hide".</summary>
    [Parameter] public EventCallback<string> OnAct { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private IMessageActs Acts { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Acts.Open(Id, RoomRow.KeyOf(Conversation), () => Run(() => OnClose.InvokeAsync()));
    }

    private async Task ActAsync(string act)
    {
        Acts.Close(Id);
        await OnAct.InvokeAsync(act);
    }
}
