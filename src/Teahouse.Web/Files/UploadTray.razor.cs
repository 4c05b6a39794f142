using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Teahouse.Client;

namespace Teahouse.Web.Files;

/// <summary>The files that are on their way into a conversation, above the box.</summary>
public sealed partial class UploadTray
{
    private ImmutableArray<Upload> uploads = [];

    [Parameter, EditorRequired] public Conversation Conversation { get; set; } = null!;

    [Inject] private Uploads Uploads { get; set; } = null!;

    public void Dispose() => Uploads.Changed -= Look;

    protected override void OnInitialized() => Uploads.Changed += Look;

    protected override void OnParametersSet() => uploads = [.. Uploads.In(Conversation)];

    private void Look() => Run(() =>
    {
        uploads = [.. Uploads.In(Conversation)];
        StateHasChanged();
    });
}
