using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.People;

public sealed partial class Avatar
{
    [Parameter, EditorRequired] public string Nick { get; set; } = "";

    [Parameter] public string? Account { get; set; }

    [Parameter] public bool Small { get; set; }
}
