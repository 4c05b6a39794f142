using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>What can be done with one message, or the emoji to answer it with. Shown from its first drawing on.</summary>
public sealed partial class MessageMenu
{
    private const string Id = "message-menu";

    [Parameter, EditorRequired] public TimelineMessage Message { get; set; } = null!;

    [Parameter] public bool IsEmoji { get; set; }

    [Parameter] public bool CanReact { get; set; }

    [Parameter] public bool CanLink { get; set; }

    [Parameter] public bool CanRedact { get; set; }

    [Parameter] public bool IsSaved { get; set; }

    /// <summary>What was chosen, and a value that may be empty.</summary>
    [Parameter] public EventCallback<(string Act, string Value)> OnAct { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private IMessageActs Acts { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Acts.Open(Id, MessageRow.KeyOf(Message), () => Run(() => OnClose.InvokeAsync()));
    }

    private bool IsMine(string emoji) => Message.Reactions.Any(r => r.Text == emoji && r.IsMine);

    private Task PickAsync(string emoji) => DoAsync("toggle", emoji);

    private Task ActAsync(string act) => DoAsync(act, "");

    private async Task DoAsync(string act, string value)
    {
        Acts.Close(Id);
        await OnAct.InvokeAsync((act, value));
    }
}
