using Microsoft.AspNetCore.Components;
using Teahouse.Client;

namespace Teahouse.Web.People;

/// <summary>What can be done with one member, beside them in the list.</summary>
public sealed partial class MemberMenu() : RowMenu<MemberAct>(Id)
{
    private const string Id = "member-menu";

    [Parameter, EditorRequired] public string Nick { get; set; } = "";

    [Parameter, EditorRequired] public RoomRights Rights { get; set; } = null!;

    protected override string Row => RowOf(Nick);

    /// <summary>What the member's row is found by; no room is called so.</summary>
    public static string RowOf(string nick) => $"member {nick}";
}
