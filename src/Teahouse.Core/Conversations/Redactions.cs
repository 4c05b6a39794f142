using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Who may take a message away: who wrote it, for as long as the server allows, and those who run the channel.</summary>
internal static class Redactions
{
    public static Decision Decide(Channel channel, Redact redact, ChannelRules rules, long now)
    {
        if (!channel.Exists || channel.Find(redact.By.Id) is not { } member) return Refused(redact, InvalidTarget(redact.Target));
        var moderates = member.Modes.IsAtLeast(MemberModes.HalfOperator) || redact.By.Operator;
        if (WhyNot(redact, moderates, rules, now) is { } refusal) return Refused(redact, refusal);
        var withdrawn = WithdrawnBy(redact, channel.WireName, rules);
        var least = withdrawn.Draft.Least;
        return least == MemberModes.None ? withdrawn : withdrawn with { To = [.. channel.From(least).Select(m => m.User.Id), redact.By.Id] };
    }

    public static Decision Decide(Redact redact, ChannelRules rules, long now) =>
        WhyNot(redact, moderates: false, rules, now) is { } refusal ? Refused(redact, refusal)
            : WithdrawnBy(redact, redact.Target, rules) with { Hearers = redact.Status?.Hearers ?? default };

    public static Refusal InvalidTarget(string target) => new(0, "INVALID_TARGET", target, "You cannot delete messages from there");

    private static Refusal? WhyNot(Redact redact, bool moderates, ChannelRules rules, long now)
    {
        if (redact.Original is not { } original) return Refusal(redact, "UNKNOWN_MSGID", "This message does not exist or is too old");
        var own = original.Source.Identity == redact.By.Identity;
        if (!original.Kind.IsMessage() || (!own && !moderates)) return Refusal(redact, "REDACT_FORBIDDEN", "You are not authorised to delete this message");
        if (moderates || rules.RedactSeconds == 0 || now - original.Time <= rules.RedactSeconds * 1000L) return null;
        var window = rules.RedactSeconds.ToString(CultureInfo.InvariantCulture);
        return new Refusal(0, "REDACT_WINDOW_EXPIRED", redact.Target, redact.MsgId, window, "You can no longer delete this message");
    }

    private static Withdrawn WithdrawnBy(Redact redact, string target, ChannelRules rules)
    {
        ImmutableArray<string> parameters = redact.Reason.Length == 0
            ? [target, redact.MsgId] : [target, redact.MsgId, Text.Cut(redact.Reason, rules.KickLength)];
        var draft = new Draft(EventKind.Redact, redact.By.Source, parameters, Tags.Empty, redact.By.Id, redact.Origin) { Least = redact.Original!.Least };
        return new Withdrawn(draft, redact.Original);
    }

    private static Answered Refused(Redact redact, Refusal refusal) => new(Outcome.Refused(refusal));

    private static Refusal Refusal(Redact redact, string code, string text) => new(0, code, redact.Target, redact.MsgId, text);
}
