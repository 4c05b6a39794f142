using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Once;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>Why something was not done, said to who asked for it.</summary>
internal static class Refusals
{
    /// <param name="id">The sender's id of the message, if it gave one.</param>
    public static void Answer(Session session, Reply reply, Outcome outcome, string command, string target, string? id = null)
    {
        if (!outcome.Refusals.IsDefault)
            foreach (var refusal in outcome.Refusals) reply.Refuse(refusal, command);
        switch (outcome.Status)
        {
            case OutcomeStatus.NotStored:
                Failed(session, reply, command, target, id, "NOT_STORED", $"Not stored, nobody saw it: {outcome.Reason}");
                break;
            case OutcomeStatus.Unknown:
                Failed(session, reply, command, target, id, "OUTCOME_UNKNOWN", $"Nobody knows whether it was stored: {outcome.Reason}");
                break;
        }
    }

    /// <summary>FAIL for those who know it; a numeric that every client shows for the others.</summary>
    private static void Failed(Session session, Reply reply, string command, string target, string? id, string code, string text)
    {
        if (id is not null)
        {
            reply.Fail(command, code, target, id, OnceRefusals.Retry, text);
            return;
        }
        if (session.Has(CapabilitySet.StandardReplies) || session.Has(CapabilitySet.LabeledResponse)) reply.Fail(command, code, target, text);
        else if (command is "PRIVMSG" or "NOTICE" or "TAGMSG") reply.Numeric(Numeric.ERR_CANNOTSENDTOCHAN, target, text);
        else reply.Numeric(Numeric.ERR_UNKNOWNERROR, command, target, text);
    }
}
