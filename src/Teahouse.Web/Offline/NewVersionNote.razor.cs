using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Offline;

/// <summary>Says that a new version of the page waits, and takes it when the reader wants.</summary>
public sealed partial class NewVersionNote : IDisposable
{
    private bool isShown;

    [Inject] private IOffline Offline { get; set; } = null!;

    protected override void OnInitialized() => Offline.NewVersionWaits += Show;

    public void Dispose() => Offline.NewVersionWaits -= Show;

    private void Show() => Run(() =>
    {
        isShown = true;
        StateHasChanged();
    });
}
