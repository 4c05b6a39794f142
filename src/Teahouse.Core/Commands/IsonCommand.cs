using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>ISON. RFC 2812, section 4.9</summary>
internal static class IsonCommand
{
    public static readonly Command Command = new("ISON", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        List<string> online = [];
        foreach (var text in context.Message.Parameters.SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            if (Nick.TryParse(text, out var nick) && await context.Engine.Network.FindUserAsync(nick) is { Online: true } found) online.Add(found.User.Nick.Value);
        // Only so many as one line of the question can hold, so one line of answer.
        context.Reply.Numeric(Numeric.RPL_ISON, string.Join(' ', online));
    }
}
