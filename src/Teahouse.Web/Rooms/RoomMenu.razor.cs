using Microsoft.AspNetCore.Components;
using Teahouse.Client;

namespace Teahouse.Web.Rooms;

/// <summary>What can be done with one row of the list on the left: "up", "down", "mute" (on or off) or "hide".</summary>
public sealed partial class RoomMenu() : RowMenu<string>(Id)
{
    private const string Id = "room-row-menu";

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    [Parameter] public bool CanMoveUp { get; set; }

    [Parameter] public bool CanMoveDown { get; set; }

    [Parameter] public bool IsMuted { get; set; }

    protected override string Row => RoomRow.KeyOf(Conversation);
}
