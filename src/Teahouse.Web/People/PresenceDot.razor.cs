using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.People;

/// <summary>A dot whose shape, not only its colour, tells: filled online, a ring away, a bar offline.</summary>
public sealed partial class PresenceDot
{
    [Parameter, EditorRequired] public Presence Presence { get; set; }

    private string Shape => Presence switch
    {
        Presence.Online => "on",
        Presence.Away => "away",
        _ => "off",
    };
}
