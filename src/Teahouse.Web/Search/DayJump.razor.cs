using Microsoft.AspNetCore.Components;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Search;

/// <summary>To what was said first on a day.</summary>
public sealed partial class DayJump
{
    private DateOnly? day;

    [Parameter] public EventCallback<LocalDay> OnPick { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    private Task GoAsync() => day is { } picked ? OnPick.InvokeAsync(Of(Locale, picked)) : Task.CompletedTask;

    // Noon is in the same day wherever the reader is, but for the two ends of the date line.
    internal static LocalDay Of(ILocale locale, DateOnly day) => locale.DayOf(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
}
