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
    private int calls;
    private int wanted;
    private bool isCalls;

    [Parameter, EditorRequired] public ChatState State { get; set; } = null!;

    /// <summary>Asks the server.</summary>
    [Parameter, EditorRequired] public Func<SearchQuestion, Task<SearchAnswer>> Search { get; set; } = null!;

    /// <summary>Asks the server for what answers or names the reader.</summary>
    [Parameter, EditorRequired] public Func<Task<SearchAnswer>> Calls { get; set; } = null!;

    /// <summary>Grows whenever the reader wants to see that.</summary>
    [Parameter] public int CallsWanted { get; set; }

    /// <summary>Words that are to be searched for at once, whenever the number is another; empty: none.</summary>
    [Parameter] public (string Words, int Number) Wanted { get; set; }

    /// <summary>The conversation that is open.</summary>
    [Parameter] public Conversation? Here { get; set; }

    /// <summary>A day of that conversation is wanted.</summary>
    [Parameter] public EventCallback<LocalDay> OnDay { get; set; }

    [Parameter] public EventCallback<SearchHit> OnPick { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    [Inject] private IComposerBox Box { get; set; } = null!;

    private IEnumerable<string> Places => State.Rooms.Select(r => r.Name).Concat(State.DirectChats.Select(c => c.Name));

    private IEnumerable<string> People => State.Rooms.SelectMany(r => r.Members).Select(m => m.Nick).Distinct(AsciiCase.Comparer).Order(StringComparer.OrdinalIgnoreCase).Take(200);

    private string Says => says ?? T(SearchTexts.Begin);

    protected override Task OnParametersSetAsync()
    {
        var isAsked = CallsWanted > calls;
        calls = CallsWanted;
        if (isAsked) return CallAsync();
        if (wanted == Wanted.Number) return Task.CompletedTask;
        (words, wanted) = Wanted;
        return words.Length > 0 ? SearchAsync() : Task.CompletedTask;
    }

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
        (says, hits, asked, isCalls) = (T(SearchTexts.Searching), [], words, false);
        var answer = await Search(new(words, where, from.Trim().TrimStart('@'), Start(after), End(before)));
        // A question that was asked meanwhile is answered instead.
        if (mine != asking) return;
        hits = answer.Hits;
        says = WhyNot(answer)
            ?? (hits.Count == 0 ? T(SearchTexts.Nothing) : SearchTexts.Found.In(Language, hits.Count, Locale.PluralCategory(Language, hits.Count)))
            + (answer.IsFromArchive ? T(SearchTexts.OnThisDevice) : "");
    }

    private async Task CallAsync()
    {
        var mine = ++asking;
        (says, hits, asked, isCalls) = (T(SearchTexts.Searching), [], State.Me.Nick, true);
        var answer = await Calls();
        if (mine != asking) return;
        hits = answer.Hits;
        says = WhyNot(answer)
            ?? (hits.Count == 0 ? T(SearchTexts.NoCalls) : SearchTexts.CallsFound.In(Language, hits.Count, Locale.PluralCategory(Language, hits.Count)));
    }

    private string? WhyNot(SearchAnswer answer) => answer.Problem is { } problem
        ? T(SearchTexts.Failed, problem.Code == "INVALID_PARAMS" ? T(SearchTexts.NotUnderstood) : T(ShellTexts.Of(problem)))
        : null;

    private DateTimeOffset? Start(DateOnly? day) => day is { } d ? DayJump.Of(Locale, d).Start : null;

    private DateTimeOffset? End(DateOnly? day) => day is { } d ? DayJump.Of(Locale, d).End.AddMilliseconds(-1) : null;
}
