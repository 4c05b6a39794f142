using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.People;

/// <summary>What one says of oneself, and for how long. Shown from its first drawing on.</summary>
public sealed partial class StatusDialog() : PageDialog(DialogId)
{
    private const string DialogId = "status";
    private const int Today = -1;

    private static readonly Text[] Usual = [PeopleTexts.Meeting, PeopleTexts.Eating, PeopleTexts.Focusing, PeopleTexts.Holiday];

    private string text = "";
    private int minutes = 60;

    [Inject] private OwnStatus Status { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    protected override void OnInitialized() => text = Status.Text ?? "";

    private void Set()
    {
        if (text.Trim() is not { Length: > 0 } said) return;
        var now = Time.GetUtcNow();
        Status.Set(said, minutes switch { 0 => null, Today => Locale.DayOf(now).End, _ => now.AddMinutes(minutes) });
        Close();
    }

    private void Clear()
    {
        Status.Clear();
        Close();
    }
}
