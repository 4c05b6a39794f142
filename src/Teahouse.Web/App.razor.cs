using Microsoft.AspNetCore.Components;
using Teahouse.Web.Settings;
using Teahouse.Web.Shell;

namespace Teahouse.Web;

/// <summary>The page: the welcome, then the chat.</summary>
public sealed partial class App : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private string? ownerToken;

    [Inject] private Preferences Preferences { get; set; } = null!;

    [Inject] private Visit Visit { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized()
    {
        ownerToken = OwnerLink.Token(Navigation.ToBaseRelativePath(Navigation.Uri));
        Preferences.Changed += Redraw;
        Visit.Changed += Redraw;
        Run(() => Visit.RunAsync(_end.Token));
    }

    public void Dispose()
    {
        Preferences.Changed -= Redraw;
        Visit.Changed -= Redraw;
        _end.Cancel();
        _end.Dispose();
    }

    private void Redraw() => Run(StateHasChanged);
}
