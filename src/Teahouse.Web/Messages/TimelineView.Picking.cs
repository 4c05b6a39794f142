using Microsoft.AspNetCore.Components;
using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>Several messages picked by tapping.</summary>
public sealed partial class TimelineView
{
    /// <summary>A text of several messages is to be copied.</summary>
    [Parameter] public EventCallback<string> OnCopy { get; set; }

    // Null: nothing is being picked.
    private int? picked;

    private void Pick(TimelineMessage message)
    {
        picked = 0;
        Acts.Pick(PaneId, MessageRow.KeyOf(message), count => Run(() =>
        {
            picked = count < 0 ? null : count;
            StateHasChanged();
        }));
    }

    private async Task CopyPickedAsync()
    {
        var text = Acts.Picked();
        EndPicking();
        await OnCopy.InvokeAsync(text);
    }

    private void EndPicking()
    {
        if (picked is null) return;
        picked = null;
        Acts.EndPicking();
    }
}
