using Microsoft.AspNetCore.Components;
using Teahouse.Web.Settings;

namespace Teahouse.Web;

/// <summary>The page: the welcome, then the chat.</summary>
public sealed partial class App : IDisposable
{
    [Inject] private Preferences Preferences { get; set; } = null!;

    protected override void OnInitialized() => Preferences.Changed += StateHasChanged;

    public void Dispose() => Preferences.Changed -= StateHasChanged;
}
