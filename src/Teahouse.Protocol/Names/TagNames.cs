namespace Teahouse.Protocol;

/// <summary>Keys of tags (https://ircv3.net/registry#tags). Those with <c>+</c> are from clients and unverified.</summary>
public static class TagNames
{
    public const string Account = "account";
    public const string Batch = "batch";
    public const string Bot = "bot";
    public const string Label = "label";
    public const string MsgId = "msgid";
    public const string Oper = "draft/oper";
    public const string Time = "time";
    public const string MultilineConcat = "draft/multiline-concat";

    public const string Typing = "+typing";
    public const string Reply = "+reply";
    public const string DraftReply = "+draft/reply";
    public const string React = "+react";
    public const string DraftReact = "+draft/react";
    public const string Unreact = "+unreact";
    public const string DraftUnreact = "+draft/unreact";
    /// <summary>The sender wants the TAGMSG kept in the history.</summary>
    public const string Persist = "+draft/persist";
    public const string ChannelContext = "+channel-context";
    public const string DraftChannelContext = "+draft/channel-context";

    /// <summary>On a service's notice: what it says, for programs; see <see cref="AnswerCodes"/>. Servers alone say it.</summary>
    public const string Answer = "teahouse.chat/answer";

    /// <summary>Whoever did it is a guest: the account is held by one device's credential. Servers alone say it.</summary>
    public const string Guest = "teahouse.chat/guest";

    /// <summary>The message is for all in the room, or all who are not away: see <see cref="GroupMentions"/>. Servers alone say it.</summary>
    public const string Mention = "teahouse.chat/mention";

    /// <summary>The entry's place in its conversation, see <see cref="SequenceTag"/>.</summary>
    public const string Sequence = "teahouse.chat/seq";

    /// <summary>On the answer to a question about what is not there for the asker (any more): the place of the oldest entry that is.</summary>
    public const string Oldest = "teahouse.chat/oldest";

    /// <summary>The sender's own id of a message, a UUIDv7: sent again, it is the same message.</summary>
    public const string Id = "teahouse.chat/id";

    /// <summary>The id of the sender's message before this one in the conversation.</summary>
    public const string After = "teahouse.chat/after";
}
