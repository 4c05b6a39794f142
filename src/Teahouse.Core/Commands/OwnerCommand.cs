using Teahouse.Core.Conversations;
using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;

namespace Teahouse.Core.Commands;

/// <summary>OWNER with the one-time token that the first start prints: operator, and founder of the lobby.</summary>
internal static class OwnerCommand
{
    public static readonly Command Command = new("OWNER", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        if (session.Account is not { } account)
        {
            context.Reply.Fail("OWNER", "ACCOUNT_REQUIRED", "Log in first: the owner is an account");
            return;
        }
        if (await context.Engine.Accounts.RedeemOwnerAsync(context[0], account.Id) is not { } owner)
        {
            context.Reply.Fail("OWNER", "INVALID_TOKEN", "The link is used up, or not one of this server's");
            return;
        }
        session.Account = owner;
        var user = session.User!;
        await context.Engine.Presence.ChangeAsync(user, before => before.AsOperator(OperatorPrivileges.All), null, null);
        await context.Engine.Network.Channel(ChatServer.Lobby).AskAsync(new Register(user.Snapshot, null));
        context.Reply.From(user.Snapshot.Prefix, "MODE", user.Snapshot.Nick.Value, "+o");
        context.Reply.Note("OWNER", "ACCEPTED", "You are the owner of this server");
    }
}
