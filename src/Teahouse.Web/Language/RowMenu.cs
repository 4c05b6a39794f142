using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web;

/// <summary>A menu beside a row of a list, shown from its first drawing on; whatever is chosen closes it.</summary>
/// <typeparam name="T">What can be chosen.</typeparam>
/// <param name="id">The popover element's.</param>
public abstract class RowMenu<T>(string id) : LocalizedComponent
{
    /// <summary>What was chosen.</summary>
    [Parameter] public EventCallback<T> OnAct { get; set; }

    /// <summary>Told once, however it is closed.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private IMessageActs Acts { get; set; } = null!;

    /// <summary>What the row is found by.</summary>
    protected abstract string Row { get; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Acts.Open(id, Row, () => Run(() => OnClose.InvokeAsync()));
    }

    protected Task ActAsync(T act)
    {
        Acts.Close(id);
        return OnAct.InvokeAsync(act);
    }
}
