using Microsoft.AspNetCore.Components;
using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>What can be done with one message, or the emoji to answer it with: an act and a value that may be empty.</summary>
public sealed partial class MessageMenu() : RowMenu<(string Act, string Value)>(Id)
{
    private const string Id = "message-menu";

    [Parameter, EditorRequired] public TimelineMessage Message { get; set; } = null!;

    [Parameter] public bool IsEmoji { get; set; }

    [Parameter] public bool CanReact { get; set; }

    [Parameter] public bool CanLink { get; set; }

    [Parameter] public bool CanRedact { get; set; }

    [Parameter] public bool IsSaved { get; set; }

    protected override string Row => MessageRow.KeyOf(Message);

    private Task PickAsync(string emoji) => ActAsync(("toggle", emoji));

    private Task DoAsync(string act) => ActAsync((act, ""));

    private bool IsMine(string emoji) => Message.Reactions.Any(r => r.Text == emoji && r.IsMine);
}
