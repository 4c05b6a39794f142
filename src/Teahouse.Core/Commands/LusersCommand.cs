using System.Globalization;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>LUSERS. https://modern.ircdocs.horse/#lusers-message</summary>
internal static class LusersCommand
{
    public static readonly Command Command = new("LUSERS", MinParams: 0, Access.Registered, context => AnswerAsync(context.Session, context.Reply));

    public static async ValueTask AnswerAsync(Session session, Reply reply)
    {
        var counts = await session.Engine.Network.CountAsync();
        var visible = counts.Users - counts.Invisible;
        reply.Numeric(Numeric.RPL_LUSERCLIENT, $"There are {visible} users and {counts.Invisible} invisible on 1 servers");
        reply.Numeric(Numeric.RPL_LUSEROP, Text(counts.Operators), "operator(s) online");
        reply.Numeric(Numeric.RPL_LUSERUNKNOWN, Text(counts.Unregistered), "unknown connection(s)");
        reply.Numeric(Numeric.RPL_LUSERCHANNELS, Text(counts.Channels), "channels formed");
        reply.Numeric(Numeric.RPL_LUSERME, $"I have {counts.Users} clients and 0 servers");
        reply.Numeric(Numeric.RPL_LOCALUSERS, Text(counts.Users), Text(counts.MaxUsers), $"Current local users {counts.Users}, max {counts.MaxUsers}");
        reply.Numeric(Numeric.RPL_GLOBALUSERS, Text(counts.Users), Text(counts.MaxUsers), $"Current global users {counts.Users}, max {counts.MaxUsers}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
