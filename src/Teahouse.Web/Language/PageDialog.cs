using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web;

/// <summary>A native dialog over the page, shown from its first drawing on.</summary>
/// <param name="id">The dialog element's.</param>
public abstract class PageDialog(string id) : LocalizedComponent
{
    /// <summary>Told once, however it is closed.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private IDialogs Dialogs { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Dialogs.Open(id, () => Run(() => OnClose.InvokeAsync()));
    }

    protected void Close() => Dialogs.Close(id);
}
