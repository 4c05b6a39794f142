using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>REDACT. https://ircv3.net/specs/extensions/message-redaction</summary>
internal static class RedactCommand
{
    public static readonly Command Command = new("REDACT", MinParams: 2, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var (session, reply) = (context.Session, context.Reply);
        if (!session.Has(CapabilitySet.MessageRedaction))
        {
            reply.Numeric(Numeric.ERR_UNKNOWNCOMMAND, "REDACT", "It needs the capability draft/message-redaction");
            return;
        }
        if (!MsgId.TryParse(context[1], out var msgid))
        {
            reply.Fail("REDACT", "UNKNOWN_MSGID", context[0], context[1], "This message does not exist or is too old");
            return;
        }
        var (target, _) = await MessageTarget.FindAsync(session, context[0]);
        if (target is null)
        {
            reply.Refuse(Redactions.InvalidTarget(context[0]), "REDACT");
            return;
        }
        var redact = new Redact(session.User!.Snapshot, reply.Origin, target.WireName, msgid.Value, context.At(2)) { Status = target.Status };
        var outcome = await target.Conversation.AskAsync(redact);
        if (outcome.Status == OutcomeStatus.Done) reply.AnsweredByEvent();
        else Refusals.Answer(session, reply, outcome, "REDACT", context[0]);
    }
}
