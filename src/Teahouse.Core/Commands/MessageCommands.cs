using Teahouse.Core.Events;

namespace Teahouse.Core.Commands;

/// <summary>
/// PRIVMSG, NOTICE and TAGMSG. They are not run one by one: the dispatcher gathers them in a <see cref="MessageRun"/>.
/// https://modern.ircdocs.horse/#privmsg-message, https://ircv3.net/specs/extensions/message-tags
/// </summary>
internal static class MessageCommands
{
    // Too few parameters have numerics of their own: 411 and 412.
    public static readonly Command Privmsg = new("PRIVMSG", MinParams: 0, Access.Registered, Gathered);
    public static readonly Command Notice = new("NOTICE", MinParams: 0, Access.Registered, Gathered);
    public static readonly Command Tagmsg = new("TAGMSG", MinParams: 0, Access.Registered, Gathered);

    public static EventKind? KindOf(string command) => command switch
    {
        "PRIVMSG" => EventKind.Privmsg,
        "NOTICE" => EventKind.Notice,
        "TAGMSG" => EventKind.Tagmsg,
        _ => null,
    };

    private static ValueTask Gathered(CommandContext context) =>
        throw new InvalidOperationException($"{context.Message.Command} is run by the dispatcher");
}
