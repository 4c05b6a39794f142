using System.Globalization;
using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>
/// Each message has a label, and its answer has the same one: an echo, or a refusal
/// (https://ircv3.net/specs/extensions/labeled-response). Where messages may be sent again they carry their id, and a refusal that
/// may not last lets them be sent again.
/// </summary>
internal sealed class LabelledSending(IrcLink link, Outbox outbox, bool once, string mark) : ISending
{
    private readonly Dictionary<string, Outgoing> _batches = [];
    private readonly SortedDictionary<int, Outgoing> _again = [];

    /// <summary>Messages that were refused for now, in order; asking takes them.</summary>
    public IReadOnlyList<Outgoing> TakeAgain()
    {
        Outgoing[] again = [.. _again.Values];
        _again.Clear();
        return again;
    }

    public ValueTask SendAsync(Outgoing message, string target, CancellationToken cancel)
    {
        message.Attempts++;
        var tags = Tags.Empty.With(TagNames.Label, Label(message));
        if (once)
        {
            tags = tags.With(TagNames.Id, message.Id);
            if (message.After is { } after) tags = tags.With(TagNames.After, after);
        }
        return link.SendAsync(new Message(tags, null, "PRIVMSG", target, message.Text.Format(mark)).ToString(), cancel);
    }

    /// <summary>The label is of a message's first attempt.</summary>
    public static bool IsFirst(string label) => label.EndsWith(".1", StringComparison.Ordinal);

    public void Hear(Message message)
    {
        if (message.Tags[TagNames.Label] is { } label)
        {
            if (Find(label) is not { } answered) return;
            if (message.Command == "BATCH") _batches[message[0][1..]] = answered;
            else Answer(answered, message);
        }
        else if (message.Command == "BATCH" && message[0].StartsWith('-')) _batches.Remove(message[0][1..]);
        else if (message.Tags[TagNames.Batch] is { } batch && _batches.TryGetValue(batch, out var within)) Answer(within, message);
    }

    private void Answer(Outgoing outgoing, Message answer)
    {
        if (outbox.Find(outgoing.Text.Number) is null) return;
        switch (answer.Command)
        {
            case "PRIVMSG":
                outbox.Answer(outgoing, SendOutcome.Accepted, answer);
                break;
            case "ACK":
                break;
            case "FAIL" when answer.Count > 1 && answer[1] == "OUTCOME_UNKNOWN" && !once:
                outbox.Answer(outgoing, SendOutcome.Unknown);
                break;
            // FAIL PRIVMSG <code> <target> <id> retry, as teahouse.chat/once has it.
            case "FAIL" when once && answer.Count > 5 && answer[4] == "retry":
                _again[outgoing.Text.Number] = outgoing;
                break;
            case "FAIL" or ['4' or '5', ..]:
                outbox.Answer(outgoing, SendOutcome.Refused);
                break;
        }
    }

    private static string Label(Outgoing message) => string.Create(CultureInfo.InvariantCulture, $"m{message.Text.Number}.{message.Attempts}");

    /// <returns>Null if it is no label of ours, or of an attempt that no longer counts.</returns>
    private Outgoing? Find(string label)
    {
        var dot = label.IndexOf('.', StringComparison.Ordinal);
        return label.StartsWith('m') && dot > 0
            && int.TryParse(label.AsSpan(1, dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && outbox.Find(number) is { } message && Label(message) == label ? message : null;
    }
}
