using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.People;

namespace Teahouse.Web.Shell;

/// <summary>What the open conversation is, and who is there.</summary>
public sealed partial class RoomHeader
{
    [Parameter, EditorRequired] public Conversation? Conversation { get; set; }

    /// <summary>Of the other person of a direct chat.</summary>
    [Parameter] public Presence Presence { get; set; }

    [Parameter] public bool ArePeopleShown { get; set; }

    [Parameter] public EventCallback OnBack { get; set; }

    [Parameter] public EventCallback OnPeople { get; set; }

    [Parameter] public bool IsSearching { get; set; }

    [Parameter] public EventCallback OnSearch { get; set; }

    [Parameter] public EventCallback OnMenu { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    private string PeopleLabel
    {
        get
        {
            var count = (Conversation as Room)?.Members.Count ?? 0;
            return PeopleTexts.Count.In(Language, count, Locale.PluralCategory(Language, count));
        }
    }
}
