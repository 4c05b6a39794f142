using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>
/// The rows of the last layout. One that would be the same is the same: to know that it is drawn already, nothing has to be compared.
/// </summary>
public sealed class DrawnRows
{
    private Dictionary<long, MessageRow> messages = [];
    private Dictionary<long, MessageRow> messagesBefore = [];
    private Dictionary<string, TimelineRow> others = [];
    private Dictionary<string, TimelineRow> othersBefore = [];

    /// <summary>A new layout begins: what it does not ask for is forgotten with the next one.</summary>
    public void Begin()
    {
        (messages, messagesBefore) = (messagesBefore, messages);
        (others, othersBefore) = (othersBefore, others);
        messages.Clear();
        others.Clear();
    }

    /// <summary>The row of a message.</summary>
    public MessageRow Of(TimelineMessage message, bool isFirst, Quote? quote)
    {
        var isSame = messagesBefore.TryGetValue(message.Key, out var row)
            && ReferenceEquals(row.Message, message) && row.IsFirst == isFirst && row.Quote == quote;
        return messages[message.Key] = isSame ? row! : new(message, isFirst, quote);
    }

    /// <summary>The row drawn before that equals this one; else this one.</summary>
    public TimelineRow Of(TimelineRow row) =>
        others[row.Key] = othersBefore.TryGetValue(row.Key, out var before) && before.Equals(row) ? before : row;
}
