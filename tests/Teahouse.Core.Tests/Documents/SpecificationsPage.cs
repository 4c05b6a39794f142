using System.Globalization;
using System.Text;
using Teahouse.Core.Commands;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Tests.Documents;

/// <summary>Writes docs/specs-supported.md from the tables of commands and capabilities.</summary>
internal static class SpecificationsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# What Teahouse speaks · 支持的规范\n\n");
        page.Append("Generated from the server's tables of capabilities and commands; a test holds that it says what they say.\n");
        page.Append("由服务器的能力表和命令表生成，并有测试保证两者一致。\n\n");
        page.Append("## IRCv3 capabilities · IRCv3 能力\n\n| capability 能力 | specification 规范 |\n| --- | --- |\n");
        foreach (var row in CapabilityTable.Rows.OrderBy(row => row.Name, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| `{row.Name}` | <{Specifications.OfCapabilities[row.Name]}> |\n");
        page.Append("\n## What needs no capability · 无需协商的扩展\n\n| extension 扩展 | shown by 体现于 | specification 规范 |\n| --- | --- | --- |\n");
        foreach (var (name, shown, link) in Specifications.WithoutCapability) page.Append(CultureInfo.InvariantCulture, $"| {name} | {shown} | <{link}> |\n");
        page.Append("\n## Commands · 命令\n\n| command 命令 | how it is written, and what it does 写法与作用 | specification 规范 |\n| --- | --- | --- |\n");
        foreach (var command in CommandTable.All.OrderBy(command => command.Name, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| `{command.Name}` | {Cell(HelpTexts.Of(command.Name))} | <{Specifications.OfCommand(command.Name)}> |\n");
        page.Append("\n## What it does not do · 不提供的功能\n\n");
        page.Append("- Linking with other servers' software (`SERVER`, `CONNECT`, `SQUIT`): every such command is refused. 不与其他服务器软件互联，相关命令一律拒绝。\n");
        page.Append("- Starting and stopping over IRC (`DIE`, `RESTART`): the program is run where it is installed. 不能通过 IRC 启停程序。\n");
        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);
}
