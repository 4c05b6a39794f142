using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Teahouse.Client;

namespace Teahouse.Web.Rooms;

/// <summary>Ctrl+K: to any room or person, open or not. Shown from its first drawing on.</summary>
public sealed partial class JumpDialog() : PageDialog(DialogId)
{
    private const string DialogId = "jump";
    private const string FieldId = "jump-field";

    private IReadOnlyList<JumpChoice> choices = [];
    private int chosen;

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    [Parameter] public EventCallback<JumpChoice> OnPick { get; set; }

    protected override void OnInitialized() => choices = JumpChoice.Of(State, "");

    private void OnTyped(ChangeEventArgs change)
    {
        choices = JumpChoice.Of(State, change.Value as string ?? "");
        chosen = 0;
    }

    private void OnKey(KeyboardEventArgs key)
    {
        // Arrows belong to the input method while it composes.
        if (key.IsComposing || choices.Count == 0) return;
        chosen = key.Key switch
        {
            "ArrowDown" => (chosen + 1) % choices.Count,
            "ArrowUp" => (chosen + choices.Count - 1) % choices.Count,
            _ => chosen,
        };
    }

    private async Task PickAsync(int at)
    {
        if (at >= choices.Count) return;
        var choice = choices[at];
        Close();
        await OnPick.InvokeAsync(choice);
    }
}
