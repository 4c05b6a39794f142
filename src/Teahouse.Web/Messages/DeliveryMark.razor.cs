using Microsoft.AspNetCore.Components;
using Teahouse.Client;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Messages;

/// <summary>
/// How far an own message got. That it is stored is said only to who saw it under way, and fades; a failure stays.
/// </summary>
public sealed partial class DeliveryMark
{
    private bool wasUnderWay;

    [Parameter, EditorRequired] public TimelineMessage Message { get; set; } = null!;

    [Parameter] public EventCallback<TimelineMessage> OnRetry { get; set; }

    [Parameter] public EventCallback<TimelineMessage> OnDiscard { get; set; }

    private (Text Word, string Icon, string Class, string Why)? Mark => Message.Delivery switch
    {
        Delivery.Waiting => (MessageTexts.Waiting, "clock", "", ""),
        Delivery.Sending => (MessageTexts.Sending, "clock", "soon", ""),
        Delivery.Stored when wasUnderWay => (MessageTexts.Stored, "check", "done", ""),
        Delivery.Sent when wasUnderWay => (MessageTexts.Sent, "check", "done", ""),
        Delivery.Failed => (MessageTexts.Failed, "warn", "bad", Reason),
        Delivery.Unknown => (MessageTexts.Unconfirmed, "warn", "unsure", T(MessageTexts.UnconfirmedWhy)),
        _ => null,
    };

    private string Reason => Message.Problem is { } problem ? T(ShellTexts.Of(problem)) : "";

    protected override void OnParametersSet() =>
        wasUnderWay |= Message.Delivery is not (Delivery.Stored or Delivery.Sent);
}
