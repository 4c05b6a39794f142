using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>
/// For servers without labels: a PING follows each message, and what comes before its PONG is the message's answer. Without
/// echoes, no refusal until then means that it was accepted.
/// </summary>
internal sealed class PingedSending(IrcLink link, Outbox outbox, Ticks ticks, bool echo, string mark) : ISending
{
    private readonly Queue<(Outgoing Message, string Target, string Token)> _asked = new();

    public ValueTask SendAsync(Outgoing message, string target, CancellationToken cancel)
    {
        message.Attempts++;
        var token = Barrier.Token(ticks.Next());
        _asked.Enqueue((message, target, token));
        return link.SendAsync($"PRIVMSG {target} :{message.Text.Format(mark)}\r\nPING {token}", cancel);
    }

    public void Hear(Message message)
    {
        if (!_asked.TryPeek(out var asked)) return;
        var (outgoing, target, token) = asked;
        switch (message.Command)
        {
            case "PONG" when message.Parameters[^1] == token:
                _asked.Dequeue();
                // Not in the outbox: it has its answer already.
                if (outbox.Find(outgoing.Text.Number) is not null) outbox.Answer(outgoing, echo ? SendOutcome.Unknown : SendOutcome.Accepted);
                break;
            case "PRIVMSG" when echo && message[1] == outgoing.Text.Format(mark) && outbox.Find(outgoing.Text.Number) is not null:
                outbox.Answer(outgoing, SendOutcome.Accepted, message);
                break;
            case ['4' or '5', ..] when message.Count > 1 && Equal(message[1], target) && outbox.Find(outgoing.Text.Number) is not null:
                outbox.Answer(outgoing, SendOutcome.Refused);
                break;
        }
    }

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
