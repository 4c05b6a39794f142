using Teahouse.Core.Conversations;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>PART. https://modern.ircdocs.horse/#part-message</summary>
internal static class PartCommand
{
    public static readonly Command Command = new("PART", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        foreach (var text in context[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ChannelName.TryParse(text, out var name)) await PartAsync(context, name, context.At(1));
            else context.Reply.Numeric(Numeric.ERR_NOSUCHCHANNEL, JoinCommand.Shown(text), "No such channel");
        }
    }

    public static async ValueTask PartAsync(CommandContext context, ChannelName name, string reason)
    {
        reason = Text.Cut(reason, context.Engine.Options.Limits.KickLength);
        var many = context[0].Contains(',') || context[0] == "0";
        var origin = many ? await context.Reply.OriginInBatchAsync() : context.Reply.Origin;
        var outcome = await context.Engine.Presence.PartAsync(context.Session.User!, name, reason, origin);
        if (outcome.Status == OutcomeStatus.Done) context.Reply.AnsweredByEvent();
        else Refusals.Answer(context.Session, context.Reply, outcome, "PART", name.Value);
    }
}
