using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>HELP and HELPOP. https://modern.ircdocs.horse/#help-message</summary>
internal static class HelpCommand
{
    public static readonly Command Command = Commands.Command.Now("HELP", minParams: 0, Access.Registered, Run);
    public static readonly Command Helpop = Commands.Command.Now("HELPOP", minParams: 0, Access.Registered, Run);

    private static void Run(CommandContext context)
    {
        var subject = context.At(0).ToUpperInvariant();
        if (subject.Length == 0)
        {
            Say(context, "*", [$"Commands of {context.Engine.Options.Version}; HELP <command> says how one is written:", .. CapabilityList.Lines(CommandTable.All.Select(c => c.Name).Order(StringComparer.Ordinal), 80)]);
            return;
        }
        if (CommandTable.Find(subject) is { } command) Say(context, command.Name, [HelpTexts.Of(command.Name)]);
        else context.Reply.Numeric(Numeric.ERR_HELPNOTFOUND, JoinCommand.Shown(context[0]), "No help available on this topic");
    }

    private static void Say(CommandContext context, string subject, IReadOnlyList<string> lines)
    {
        context.Reply.Numeric(Numeric.RPL_HELPSTART, subject, $"Help on {(subject == "*" ? "the commands" : subject)}");
        foreach (var line in lines) context.Reply.Numeric(Numeric.RPL_HELPTXT, subject, line);
        context.Reply.Numeric(Numeric.RPL_ENDOFHELP, subject, "End of /HELP");
    }
}
