using System.CommandLine;
using Teahouse.Server.Admin;

namespace Teahouse.Server.CommandLine;

/// <summary>Commands about channels: done by the running server, or here if none runs.</summary>
internal static class ChannelCommands
{
    public static Command Create() => new("channel", "Lists, registers, changes and drops channels that belong to accounts.")
    {
        Of("list", ChannelAdmin.List, "Lists all registered channels."),
        Of("info", ChannelAdmin.Info, "Says what is known of a channel.", Name()),
        Of("register", ChannelAdmin.Register, "Gives a channel that belongs to nobody, or is not there yet, to an account.", Name(), Account()),
        Of("drop", ChannelAdmin.Drop, "Takes a channel from its account: it ends with its last member.", Name()),
        Of("transfer", ChannelAdmin.Transfer, "Gives a channel to another account.", Name(), Account()),
        Of("access", ChannelAdmin.Access, "What an account is in a channel whenever it comes.", Name(), Account(),
            new Argument<string>("LEVEL") { Description = "admin, op, halfop, voice or none." }),
        Of("invite", ChannelAdmin.Invite, "Prints a word that lets in whoever has it.", Name(),
            new Argument<string>("HOURS") { Description = "For how long; a week if it is left out.", DefaultValueFactory = _ => "168" },
            new Argument<string>("USES") { Description = "For how many; one if it is left out.", DefaultValueFactory = _ => "1" }),
        Of("rename", ChannelAdmin.Rename, "Gives a channel another name; members and history stay.", Name(), new Argument<string>("NEW") { Description = "The new name." }),
        Of("set", ChannelAdmin.Set, "Changes what a channel does: history on|off, retention DAYS|default, messages NUMBER|default, visible all|joined|default.", Name(),
            new Argument<string>("OPTION") { Description = "history, retention, messages or visible." }, new Argument<string>("VALUE") { Description = "What it is from now on." }),
    };

    private static Argument<string> Name() => new("CHANNEL") { Description = "The channel's name; quote it, because of its #." };

    private static Argument<string> Account() => new("ACCOUNT") { Description = "The account's name." };

    private static Command Of(string word, string request, string description, params Argument<string>[] arguments)
    {
        var config = TeahouseCommands.ConfigOption();
        var command = new Command(word, description) { config };
        foreach (var argument in arguments) command.Arguments.Add(argument);
        command.SetAction((parsed, cancel) =>
        {
            var values = arguments.Select(a => parsed.GetValue(a)!).ToArray();
            var sent = new AdminRequest(request, values.FirstOrDefault("")) { Value = string.Join(' ', values.Skip(1)) };
            return AccountCommands.RunAsync(parsed, TeahouseCommands.Load(parsed, config), sent, cancel);
        });
        return command;
    }
}
