using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>How many messages are picked, and what can be done with them.</summary>
public sealed partial class PickedBar
{
    [Parameter, EditorRequired] public int Count { get; set; }

    [Parameter] public EventCallback OnCopy { get; set; }

    [Parameter] public EventCallback OnEnd { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;
}
