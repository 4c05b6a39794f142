using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Composer;

/// <summary>What can be written with a slash. Shown from its first drawing on.</summary>
public sealed partial class CommandsDialog
{
    private const string DialogId = "commands";

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private IDialogs Dialogs { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Dialogs.Open(DialogId, () => Run(() => OnClose.InvokeAsync()));
    }
}
