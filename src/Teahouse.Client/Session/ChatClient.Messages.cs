using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatClient
{
    /// <summary>Answers a message with an emoji, or takes that answer back (<see href="https://ircv3.net/specs/client-tags/react"/>).</summary>
    /// <param name="text">The emoji, or a short word.</param>
    public Task<Problem?> ReactAsync(Conversation conversation, TimelineMessage message, string text, bool present)
    {
        if (message.MessageId is not { } id || !State.CanReact) return Task.FromResult<Problem?>(new(ProblemKind.NotAllowed));
        var tags = Tags.Empty.With(present ? TagNames.DraftReact : TagNames.DraftUnreact, text).With(TagNames.DraftReply, id);
        return AskAsync(new Message(tags, null, "TAGMSG", conversation.Name), conversation.Name, m => m.Command == "TAGMSG" && IsMine(m));
    }

    /// <summary>Takes a message back, for everybody (<see href="https://ircv3.net/specs/extensions/message-redaction"/>).</summary>
    public Task<Problem?> RedactAsync(Conversation conversation, TimelineMessage message, string reason = "")
    {
        if (message.MessageId is not { } id || !State.CanRedact(conversation, message)) return Task.FromResult<Problem?>(new(ProblemKind.NotAllowed));
        return AskAsync(
            reason.Length > 0 ? ["REDACT", conversation.Name, id, reason] : ["REDACT", conversation.Name, id], conversation.Name,
            m => m.Command == "REDACT" && Is(m, 1, id));
    }

    private Task<Problem?> AskAsync(Message message, string target, Func<Message, bool> isAnswer)
    {
        if (!State.Connection.IsOnline) return Task.FromResult<Problem?>(new(ProblemKind.Offline));
        var done = new TaskCompletionSource<Problem?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ask(message, new(message.Command, target, i => i is IncomingLine line && isAnswer(line.Message), answer => done.SetResult(answer.Problem)));
        return done.Task;
    }
}
