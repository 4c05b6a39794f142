using Teahouse.Server.Tests.CommandLine;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Importing;

public sealed class ImportCommandTests
{
    [Fact]
    public async Task The_command_says_what_it_did_in_the_language_that_was_asked_for_and_waits_for_no_running_server()
    {
        using var folder = new TempFolder();
        folder.Write("logs/#tea.log", "[2024-01-02T12:34:56.000Z] <ann> hello\n");
        var config = folder.Write("teahouse.toml", "[server]\ndata = \"data\"\n[accounts]\npassword_iterations = 4096\n[[listen]]\naddress = \"127.0.0.1:0\"\n[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n");
        await TeahouseProcess.RunAsync(folder.Path, "a password", "account", "add", "ann", "--password-stdin");
        string[] import = ["import", "thelounge", "logs", "--owner", "ann", "--language"];
        var first = await TeahouseProcess.RunAsync(folder.Path, "", [.. import, "en"]);
        Assert.Equal((0, "#tea: +1\nImported 1 messages into 1 rooms.\n"), (first.ExitCode, first.Output.ReplaceLineEndings("\n")));
        Assert.Contains("100 % stored", first.Error, StringComparison.Ordinal);
        var again = await TeahouseProcess.RunAsync(folder.Path, "", [.. import, "zh"]);
        Assert.Equal("#tea: +0，已有 1\n已导入 0 条消息，共 1 个房间。\n", again.Output.ReplaceLineEndings("\n"));
        var nothing = await TeahouseProcess.RunAsync(folder.Path, "", "import", "slack", "logs", "--owner", "ann", "--language", "en");
        Assert.Equal(1, nothing.ExitCode);
        Assert.EndsWith("This is no Slack export: channels.json is missing. Nothing was imported.\n", nothing.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        await using var server = await TeahouseProcess.ServeAsync(config);
        var refused = await TeahouseProcess.RunAsync(folder.Path, "", [.. import, "en"]);
        Assert.Equal((1, "The server runs: stop it (Ctrl+C), import, and start it again."), (refused.ExitCode, refused.Error.Trim()));
    }
}
