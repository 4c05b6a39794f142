using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Saved;

/// <summary>The saved messages, with the way back to where they were said.</summary>
public sealed partial class SavedPanel : IDisposable
{
    [Parameter] public EventCallback<SavedMessage> OnPick { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private SavedMessages Saved { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    protected override void OnInitialized() => Saved.Changed += Redraw;

    public void Dispose() => Saved.Changed -= Redraw;

    private void Redraw() => Run(StateHasChanged);
}
