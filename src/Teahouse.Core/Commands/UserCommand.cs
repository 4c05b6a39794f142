using Teahouse.Core.Conversations;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>USER. https://modern.ircdocs.horse/#user-message</summary>
internal static class UserCommand
{
    public static readonly Command Command = new("USER", MinParams: 4, Access.Unregistered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var username = Clean(context[0]);
        if (username.Length == 0 || context[3].Length == 0)
        {
            context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "USER", "Not enough parameters");
            return;
        }
        var registration = context.Session.Registration;
        registration.Username = "~" + username;
        registration.RealName = Text.Cut(context[3], UserCommandLimits.RealName);
        await RegistrationEnd.TryAsync(context.Session);
    }

    /// <summary>What stands between ! and @ in every prefix.</summary>
    private static string Clean(string text)
    {
        var kept = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
        return kept.Length > UserCommandLimits.Username - 1 ? kept[..(UserCommandLimits.Username - 1)] : kept.Length == 0 && text.Length > 0 ? "user" : kept;
    }
}
