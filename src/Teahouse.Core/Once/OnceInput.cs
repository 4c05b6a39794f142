using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Log;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Once;

/// <summary>What the tags of a message say of sending it once.</summary>
internal static class OnceInput
{
    /// <summary>What an id can be remembered with; without one of them a client could not hear what became of its message.</summary>
    private const CapabilitySet Needed = CapabilitySet.MessageTags | CapabilitySet.Batch | CapabilitySet.EchoMessage | CapabilitySet.LabeledResponse;

    /// <summary>Whether the sender speaks of ids; for anybody else the tags are unknown ones.</summary>
    public static bool Is(Session session, Tags tags) =>
        session.Has(CapabilitySet.Once) && (tags.Contains(TagNames.Id) || tags.Contains(TagNames.After));

    /// <returns>The message with its key, or why it cannot have one.</returns>
    public static (OutgoingMessage Message, Refusal? Refusal) Read(Session session, OutgoingMessage message)
    {
        var (given, after) = (message.Tags[TagNames.Id] ?? "", message.Tags[TagNames.After]);
        var account = session.User!.Snapshot.AccountId;
        if (!session.Has(Needed)) return (message, Unavailable("Ids need message-tags, batch, echo-message and labeled-response"));
        if (account == 0) return (message, Unavailable("Ids need an account: log in"));
        if (!OnceId.TryParse(given, out var id)) return (message, OnceRefusals.Malformed(message.Target, given, session.Engine.Now));
        var before = default(OnceId);
        if (after is not null && !OnceId.TryParse(after, out before)) return (message, OnceRefusals.Malformed(message.Target, after, session.Engine.Now));
        var hash = ContentHash.Of(message.Kind, message.Text, message.Tags.ClientOnly());
        return (message with { Key = new ClientKey(account, id.Value, hash), After = after is null ? null : new ClientKey(account, before.Value, 0) }, null);

        Refusal Unavailable(string text) => OnceRefusals.Unavailable(message.Target, given, text);
    }
}
