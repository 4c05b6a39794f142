using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;
using Teahouse.Web.Settings;

namespace Teahouse.Web.Welcome;

/// <summary>One field: the reader's name. What others will see of it is shown before it is sent.</summary>
public sealed partial class WelcomePage
{
    private string typed = "";
    private string troubled = "";
    private string nick = "";

    /// <summary>Why the last name was not taken; null at first.</summary>
    [Parameter] public string? Trouble { get; set; }

    /// <summary>A name was sent and is being asked for.</summary>
    [Parameter] public bool IsEntering { get; set; }

    /// <summary>Whether this browser keeps what it is given.</summary>
    [Parameter] public bool IsKept { get; set; } = true;

    [Parameter] public EventCallback<string> OnEnter { get; set; }

    [Inject] private Preferences Preferences { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    protected override void OnParametersSet()
    {
        // A complaint is about the name that was sent; it leaves with the first change of it.
        if (IsEntering) troubled = typed;
    }

    private void OnTyped(ChangeEventArgs change)
    {
        typed = change.Value as string ?? "";
        nick = NickSuggestion.From(Locale.Normalize(typed));
    }

    private async Task EnterAsync()
    {
        if (nick.Length == 0 || IsEntering) return;
        troubled = typed;
        await OnEnter.InvokeAsync(nick);
    }
}
