using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class ServerSection
{
    private static readonly TextKind ServerName = new(
        "a host name such as \"chat.example.org\"",
        text => text.Length is > 0 and <= 63 && text.Contains('.', StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));

    private static readonly TextKind NetworkName = new(
        "one word of at most 32 letters, digits, \"-\", \"_\" or \".\"",
        text => text.Length is > 0 and <= 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));

    private static readonly TextKind Address = new(
        "an https:// address of at most 200 characters, or empty",
        text => text.Length == 0 || (text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && text.All(char.IsAscii)));

    private static readonly TextKind Folder = new("the path of a folder", text => text.Length > 0);

    private static readonly TextKind Password = new(
        "a text of one line, at most 400 bytes", text => TextKind.Line(400).TryRead(new RawValue.Text(text), out _), secret: true);

    private static readonly ListKind<string> Lines = new(
        "texts of one line, at most 400 bytes each", text => TextKind.Line(400).TryRead(new RawValue.Text(text), out _) ? text : null, text => text);

    private static readonly ListKind<string> CapabilityNames = new(
        "capabilities that this server knows (docs/specs-supported.md)", text => ServerOptions.KnownCapabilities.Contains(text) ? text : null, text => text);

    public static readonly SingleSection Section = new("server", "The server itself.",
    [
        new ConfigurationKey<TeahouseConfiguration, string>(
            "name", ServerName, c => c.Engine.Name, (c, v) => c with { Engine = c.Engine with { Name = v } },
            "The server's name as IRC clients see it. It must contain a dot."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "description", TextKind.Line(200), c => c.Engine.Description, (c, v) => c with { Engine = c.Engine with { Description = v } },
            "One line about the server."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "network", NetworkName, c => c.Engine.Network, (c, v) => c with { Engine = c.Engine with { Network = v } },
            "The network's name as clients show it."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "admin", TextKind.Line(200), c => c.Engine.Admin, (c, v) => c with { Engine = c.Engine with { Admin = v } },
            "Who runs the server, in one line, for the command ADMIN."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "admin_email", TextKind.Line(200), c => c.Engine.AdminEmail, (c, v) => c with { Engine = c.Engine with { AdminEmail = v } },
            "How to reach them. Empty: not told."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "icon", Address, c => c.Engine.Icon, (c, v) => c with { Engine = c.Engine with { Icon = v } },
            "The address of the network's picture, for clients that show one (draft/ICON). Empty: none."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "data", Folder, c => c.Data, (c, v) => c with { Data = v },
            "The folder of everything that is kept: messages, accounts, certificates. A relative path starts at this file's folder."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "password", Password, c => c.Engine.Password ?? "",
            (c, v) => c with { Engine = c.Engine with { Password = v.Length == 0 ? null : v } },
            "Asked of everyone who connects (PASS). Empty: nobody is asked."),
        new ConfigurationKey<TeahouseConfiguration, System.Collections.Immutable.ImmutableArray<string>>(
            "motd", Lines, c => c.Engine.Motd, (c, v) => c with { Engine = c.Engine with { Motd = v } },
            "The message of the day, line by line."),
        new ConfigurationKey<TeahouseConfiguration, bool>(
            "unicode_names", FlagKind.Instance, c => c.Engine.UnicodeNames, (c, v) => c with { Engine = c.Engine with { UnicodeNames = v } },
            "Names of people and rooms may use all scripts. Names that look alike are refused either way."),
        new ConfigurationKey<TeahouseConfiguration, System.Collections.Immutable.ImmutableArray<string>>(
            "disabled_capabilities", CapabilityNames, c => c.Engine.DisabledCapabilities, (c, v) => c with { Engine = c.Engine with { DisabledCapabilities = v } },
            "IRCv3 capabilities that are not offered."),
        new ConfigurationKey<TeahouseConfiguration, bool>(
            "plain_outside_loopback", FlagKind.Instance, c => c.PlainOutsideLoopback, (c, v) => c with { PlainOutsideLoopback = v },
            "Allows listeners without encryption on other addresses than this machine's own. Said in the log at each start."),
    ]);
}
