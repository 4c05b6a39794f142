using Teahouse.Core.Network;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// ACCEPT: who may write to a user with +R without being logged in. "nick", "-nick", several with commas, "*" for the list:
/// as ratbox has it (https://defs.ircdocs.horse/defs/numerics#rpl-acceptlist-281).
/// </summary>
internal static class AcceptCommand
{
    public static readonly Command Command = new("ACCEPT", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var accepted = context.Session.User!.Accepted;
        foreach (var text in context[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (text == "*") List(context, accepted);
            else if (text[0] == '-') await RemoveAsync(context, accepted, text[1..]);
            else await AddAsync(context, accepted, text);
        }
    }

    private static void List(CommandContext context, AcceptList accepted)
    {
        foreach (var (_, nick) in accepted.Entries) context.Reply.Numeric(Numeric.RPL_ACCEPTLIST, nick);
        context.Reply.Numeric(Numeric.RPL_ENDOFACCEPT, "End of ACCEPT list");
    }

    private static async ValueTask AddAsync(CommandContext context, AcceptList accepted, string text)
    {
        if (await FindAsync(context, text) is not { User: var user }) NoSuchNick(context, text);
        else if (!accepted.Add(user.Identity, user.Nick.Value)) context.Reply.Numeric(Numeric.ERR_ACCEPTEXIST, user.Nick.Value, "is already on your accept list");
    }

    private static async ValueTask RemoveAsync(CommandContext context, AcceptList accepted, string text)
    {
        // Whoever is gone is known by the name that was accepted.
        var identity = await FindAsync(context, text) is { User: var user } ? user.Identity
            : accepted.Entries.FirstOrDefault(e => AsciiCase.Equals(e.Nick, text)).Identity;
        if (identity is null) NoSuchNick(context, text);
        else if (!accepted.Remove(identity)) context.Reply.Numeric(Numeric.ERR_ACCEPTNOT, JoinCommand.Shown(text), "is not on your accept list");
    }

    private static ValueTask<UserView?> FindAsync(CommandContext context, string text) =>
        Nick.TryParse(text, out var nick) ? context.Engine.Network.FindUserAsync(nick) : default;

    private static void NoSuchNick(CommandContext context, string text) => context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(text), "No such nick");
}
