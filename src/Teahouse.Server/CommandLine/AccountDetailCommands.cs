using System.CommandLine;
using Teahouse.Server.Admin;

namespace Teahouse.Server.CommandLine;

/// <summary>The commands about one account and what logs in to it.</summary>
internal static class AccountDetailCommands
{
    public static IEnumerable<Command> Create() =>
    [
        OfName("info", AccountAdmin.Info, "Says what is known of an account."),
        WithPassword("password", AccountAdmin.Password, "Sets an account's password."),
        OfName("keep-online", AccountAdmin.KeepOnline, "Whether an account stays in its rooms while none of its clients is connected.", "on|off|default"),
        new("cert", "Client certificates that log in to an account (SASL EXTERNAL).")
        {
            OfName("list", AccountAdmin.CertList, "Lists them."),
            OfName("add", AccountAdmin.CertAdd, "Adds one.", "FINGERPRINT"),
            OfName("remove", AccountAdmin.CertRemove, "Removes one.", "FINGERPRINT"),
        },
        new("device", "Devices that log in to an account, each with a password of its own.")
        {
            OfName("list", AccountAdmin.DeviceList, "Lists them by number."),
            OfName("add", AccountAdmin.DeviceAdd, "Prints a password for one more.", "LABEL"),
            OfName("revoke", AccountAdmin.DeviceRevoke, "One logs in no more, and what it has open ends.", "NUMBER"),
        },
    ];

    public static Command WithPassword(string word, string request, string description)
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var password = new Option<bool>("--password-stdin") { Description = "Read the password from standard input, to its end. Needed: a password on the command line could be read by everybody." };
        var config = TeahouseCommands.ConfigOption();
        var command = new Command(word, description) { name, password, config };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(password)) result.AddError("Give the password on standard input, with --password-stdin.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var configuration = TeahouseCommands.Load(parsed, config);
            var secret = await StandardInput.ReadPasswordAsync(Console.OpenStandardInput(), AccountCommands.LongestPassword, cancel);
            return await AccountCommands.RunAsync(parsed, configuration, new(request, parsed.GetValue(name)!, secret), cancel);
        });
        return command;
    }

    private static Command OfName(string word, string request, string description, string? value = null)
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var second = value is null ? null : new Argument<string>(value);
        var config = TeahouseCommands.ConfigOption();
        var command = new Command(word, description) { name, config };
        if (second is not null) command.Arguments.Add(second);
        command.SetAction((parsed, cancel) => AccountCommands.RunAsync(parsed, TeahouseCommands.Load(parsed, config),
            new(request, parsed.GetValue(name)!) { Value = second is null ? "" : parsed.GetValue(second)! }, cancel));
        return command;
    }
}
