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
        OfName("multiclient", AccountAdmin.Multiclient, "Whether several connections share an account's name.", "on|off"),
        OfName("autoreplay", AccountAdmin.AutoReplay, "Lines that clients which cannot ask for history are told of what they missed.", "0..100"),
        OfName("status", AccountAdmin.Status, "Says who an account is here now."),
        OfName("ghost", AccountAdmin.Ghost, "Ends all that an account has open."),
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
            OfName("name", AccountAdmin.DeviceName, "Gives one another name.", "NUMBER", "LABEL"),
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

    private static Command OfName(string word, string request, string description, params string[] values)
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var others = values.Select(value => new Argument<string>(value)).ToArray();
        var config = TeahouseCommands.ConfigOption();
        var command = new Command(word, description) { name, config };
        foreach (var other in others) command.Arguments.Add(other);
        command.SetAction((parsed, cancel) => AccountCommands.RunAsync(parsed, TeahouseCommands.Load(parsed, config),
            new(request, parsed.GetValue(name)!) { Value = string.Join(' ', others.Select(other => parsed.GetValue(other)!)) }, cancel));
        return command;
    }
}
