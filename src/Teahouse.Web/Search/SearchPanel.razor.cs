using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Search;

/// <summary>Ctrl+F: finds messages on the server, by words, person, place and day.</summary>
public sealed partial class SearchPanel
{
    public const string FieldId = "search-field";

    private string words = "";
    private string asked = "";
    private string where = "";
    private string from = "";
    private DateOnly? after;
    private DateOnly? before;
    private IReadOnlyList<SearchHit> hits = [];
    private string? says;
    private int asking;

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    /// <summary>Asks the server.</summary>
    [Parameter, EditorRequired] public Func<SearchQuestion, Task<SearchAnswer>> Search { get; set; } = null!;

    [Parameter] public EventCallback<SearchHit> OnPick { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private IComposerBox Box { get; set; } = null!;

    private IEnumerable<string> Places => State.Rooms.Select(r => r.Name).Concat(State.DirectChats.Select(c => c.Name));

    private IEnumerable<string> People => State.Rooms.SelectMany(r => r.Members).Select(m => m.Nick).Distinct(AsciiCase.Comparer).Order(StringComparer.OrdinalIgnoreCase).Take(200);

    private string Says => says ?? T(SearchTexts.Begin);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Box.Focus(FieldId);
    }

    private async Task SearchAsync()
    {
        if (words.Trim().Length == 0 && from.Trim().Length == 0 && after is null && before is null)
        {
            says = T(SearchTexts.NeedsMore);
            return;
        }
        var mine = ++asking;
        (says, hits, asked) = (T(SearchTexts.Searching), [], words);
        var answer = await Search(new(words, where, from.Trim().TrimStart('@'), Start(after), End(before)));
        // A question that was asked meanwhile is answered instead.
        if (mine != asking) return;
        hits = answer.Hits;
        says = answer.Problem is { } problem
            ? T(SearchTexts.Failed, problem.Code == "INVALID_PARAMS" ? T(SearchTexts.NotUnderstood) : T(ShellTexts.Of(problem)))
            : hits.Count == 0 ? T(SearchTexts.Nothing)
            : SearchTexts.Found.In(Language, hits.Count, Locale.PluralCategory(Language, hits.Count));
    }

    // Noon is in the same day wherever the reader is, but for the two ends of the date line.
    private DateTimeOffset? Start(DateOnly? day) => day is { } d ? Locale.DayOf(Noon(d)).Start : null;

    private DateTimeOffset? End(DateOnly? day) => day is { } d ? Locale.DayOf(Noon(d)).End.AddMilliseconds(-1) : null;

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
