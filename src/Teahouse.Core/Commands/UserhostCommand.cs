using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>USERHOST. https://modern.ircdocs.horse/#userhost-message</summary>
internal static class UserhostCommand
{
    private const int Most = 5;

    public static readonly Command Command = new("USERHOST", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        List<string> replies = [];
        foreach (var text in context.Message.Parameters.SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Take(Most))
        {
            if (!Nick.TryParse(text, out var nick) || await context.Engine.Network.FindUserAsync(nick) is not { User: var user }) continue;
            replies.Add($"{user.Nick.Value}{(user.Operator ? "*" : "")}={(user.Away is null ? "+" : "-")}{user.Username}@{user.Host}");
        }
        context.Reply.Numeric(Numeric.RPL_USERHOST, string.Join(' ', replies));
    }
}
