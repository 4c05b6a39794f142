using System.Globalization;
using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Files;

namespace Teahouse.Web.Messages;

/// <summary>One message. Drawn again only when it, its names or the language changed.</summary>
public sealed partial class MessageLine
{
    private (MessageRow Row, MentionFinder Names, bool CanCall, Language Language) drawn;
    private bool isOther;

    [Parameter, EditorRequired] public MessageRow Row { get; set; } = null!;

    [Parameter, EditorRequired] public MentionFinder Names { get; set; } = null!;

    /// <summary>Whether words for everybody can count here.</summary>
    [Parameter] public bool CanCall { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnRetry { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnDiscard { get; set; }

    [Inject] private Uploads Uploads { get; set; } = null!;

    [Inject] private ILocale Locale { get; set; } = null!;

    private bool IsDeed => Row.Message.Kind == MessageKind.Action;

    private bool IsHeaded => Row.IsFirst && !IsDeed;

    private bool IsUnderWay => Row.Message.Delivery is Delivery.Waiting or Delivery.Sending;

    // Only its sender asks why nobody came.
    private bool IsUncalled => CanCall && Row.Message is { From.IsMe: true, Delivery: Delivery.Stored, Calls: GroupMention.Nobody, Redaction: null }
        && GroupMentions.In(Row.Message.Text) != GroupMention.Nobody;

    // The file says more than its address.
    private bool IsFileAlone => !IsDeed && !Uploads.ArePrivate && FileLink.IsAll(Row.Message.Text);

    private string Nick { get; set; } = "";

    private string Time => Locale.Time(Language, Row.Message.Time);

    private string FullTime => Locale.FullTime(Language, Row.Message.Time);

    private string IsoTime => Row.Message.Time.ToString("O", CultureInfo.InvariantCulture);

    private string QuoteText => Row.Quote switch
    {
        { Nick: null } => T(MessageTexts.OlderMessage),
        { Nick: var nick, Text.Length: 0 } => $"{nick}: {T(MessageTexts.GoneShort)}",
        { Nick: var nick, Text: var text } => $"{nick}: {text}",
        _ => "",
    };

    private string Gone(Redaction gone)
    {
        var by = Formatting.Plain(gone.By.Nick);
        var reason = Formatting.Plain(gone.Reason);
        var says = gone.By.IsMe && Row.Message.From.IsMe ? T(MessageTexts.YouTookBack)
            : Row.Message.From.Nick == gone.By.Nick ? T(MessageTexts.TookBack, by)
            : T(MessageTexts.TookBackOf, by, Nick);
        return reason.Length > 0 ? $"{says} ({reason})" : says;
    }

    // The same row is the same object: comparing all that a message is made of would take longer than drawing it.
    protected override void OnParametersSet()
    {
        var (row, names, canCall, language) = drawn;
        isOther = !ReferenceEquals(row, Row) || !ReferenceEquals(names, Names) || canCall != CanCall || language != Language;
        if (!isOther) return;
        drawn = (Row, Names, CanCall, Language);
        Nick = Formatting.Plain(Row.Message.From.Nick);
    }

    protected override bool ShouldRender() => isOther;
}
