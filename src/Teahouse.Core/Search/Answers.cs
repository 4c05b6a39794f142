using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Search;

/// <summary>Whose message another one answers, as a search finds it: <see href="../../../docs/extensions/search.md"/>.</summary>
internal sealed class Answers(IMessageLog log, MsgIds ids)
{
    /// <summary>What a message that answers somebody is found by, beside its own sender's: no sender's begins with this letter.</summary>
    public static string To(string nick) => "r" + SearchQuery.SenderOf(nick);

    /// <summary>The same for whoever sent what this message answers; empty if it answers nothing that is here.</summary>
    public async ValueTask<ImmutableArray<string>> OfAsync(ConversationId conversation, Numbering numbering, Event happened)
    {
        if ((happened.Tags[TagNames.Reply] ?? happened.Tags[TagNames.DraftReply]) is not { Length: > 0 } id || !numbering.TryFind(id, ids, out var sequence)) return [];
        var entries = await log.ReadAsync(conversation, new LogRange(sequence, sequence, 1));
        return entries is [var answered] && ConversationJournal.Read(answered, numbering, ids) is { Kind: EventKind.Privmsg or EventKind.Notice } message
            ? [.. SearchQuery.SendersOf(message.Source).Select(token => "r" + token)]
            : [];
    }
}
