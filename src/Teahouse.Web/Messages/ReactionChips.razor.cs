using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.People;

namespace Teahouse.Web.Messages;

/// <summary>The reactions under a message; one's own are marked, and a click joins or leaves.</summary>
public sealed partial class ReactionChips
{
    private const int NamesShown = 12;

    [Parameter, EditorRequired] public IReadOnlyList<Reaction> Reactions { get; set; } = [];

    [Inject] private ILocale Locale { get; set; } = null!;

    private string Who(Reaction reaction)
    {
        var names = reaction.By.Take(NamesShown).Select(s => s.IsMe ? T(PeopleTexts.You) : Formatting.Plain(s.Nick)).ToList();
        var others = reaction.By.Count - names.Count;
        if (others > 0) names.Add(MessageTexts.Others.In(Language, others, Locale.PluralCategory(Language, others)));
        return Locale.List(Language, names);
    }

    private string Label(Reaction reaction) => T(MessageTexts.ReactionBy, Formatting.Plain(reaction.Text), Who(reaction));
}
