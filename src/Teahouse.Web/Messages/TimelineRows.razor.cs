using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>Some rows of a timeline. Drawn again only when they, or how they are said, are others.</summary>
public sealed partial class TimelineRows
{
    private (RowBlock Block, MentionFinder Names, bool CanCall, LocalDay Today, Language Language) drawn;
    private bool isOther;

    [Parameter, EditorRequired] public RowBlock Block { get; set; } = null!;

    [Parameter, EditorRequired] public MentionFinder Names { get; set; } = null!;

    /// <summary>The reader's day: at its end today is called yesterday.</summary>
    [Parameter] public LocalDay Today { get; set; }

    /// <summary>Whether words for everybody can count here.</summary>
    [Parameter] public bool CanCall { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnRetry { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnDiscard { get; set; }

    /// <summary>Messages of somebody who is ignored are to be seen after all.</summary>
    [Parameter] public EventCallback<HiddenRow> OnReveal { get; set; }

    [Inject] private ILocale Locale { get; set; } = null!;

    protected override void OnParametersSet()
    {
        var now = (Block, Names, CanCall, Today, Language);
        isOther = drawn != now;
        drawn = now;
    }

    protected override bool ShouldRender() => isOther;

    private string Hidden(HiddenRow row) => MessageTexts.HiddenOne.In(Language, row.Messages.Count, Locale.PluralCategory(Language, row.Messages.Count));
}
