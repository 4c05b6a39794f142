using Teahouse.Core.Accounts;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.CommandLine;

public sealed class CommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Version_is_said()
    {
        var run = await RunAsync("version");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("teahouse 0.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("serve", "--no-such-option")]
    [InlineData("account", "add", "ann")]
    public async Task What_is_no_command_is_one_sentence_and_a_failure(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Config_check_says_ok_or_what_is_wrong()
    {
        var good = await RunAsync("config", "check", "--config", _folder.Write("good.toml", "[server]\nname = \"a.example\"\n"));
        var bad = await RunAsync("config", "check", "--config", _folder.Write("bad.toml", "[server]\nnam = \"a.example\"\n"));

        Assert.Equal((0, "ok\n"), (good.ExitCode, good.Output));
        Assert.Equal(1, bad.ExitCode);
        Assert.EndsWith("bad.toml, line 2: [server] nam: unknown key; did you mean \"name\"?\n", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_in_the_current_folder_is_read_without_being_named()
    {
        _folder.Write("teahouse.toml", "[server]\nnam = 1\n");

        Assert.Equal("teahouse.toml, line 2: [server] nam: unknown key; did you mean \"name\"?\n", (await RunAsync("config", "check")).Error);
    }

    [Fact]
    public async Task A_sample_of_the_configuration_passes_the_check()
    {
        var sample = await RunAsync("config", "sample");

        Assert.Equal("ok\n", (await RunAsync("config", "check", "--config", _folder.Write("sample.toml", sample.Output))).Output);
    }

    [Fact]
    public async Task A_password_is_hashed_for_the_configuration()
    {
        var run = await TeahouseProcess.RunAsync(_folder.Path, "secret\n", "password");
        var hashed = OperatorPassword.Parse(run.Output.TrimEnd());

        Assert.Equal(0, run.ExitCode);
        Assert.NotNull(hashed);
        Assert.True(Passwords.Check("secret", hashed));
        Assert.False(Passwords.Check("other", hashed));
        Assert.Equal((1, "The password must be one word.\n"), await TeahouseProcess.RunAsync(_folder.Path, "two words", "password") is var wrong ? (wrong.ExitCode, wrong.Error) : default);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_one_sentence_and_a_failure()
    {
        var file = _folder.Write("file", "");
        var config = _folder.Write("t.toml", $"[server]\ndata = '{file}/data'\n");

        var run = await RunAsync("serve", "--config", config);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The data folder {file}/data cannot be made", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_server_serves_takes_accounts_and_stops_when_told()
    {
        var config = _folder.Write("t.toml", "[[listen]]\naddress = \"127.0.0.1:0\"\n[accounts]\npassword_iterations = 4096\n");
        await using var server = await TeahouseProcess.ServeAsync(config);
        await using var ann = await server.ConnectAsync();
        await ann.RegisterAsync("guest");

        var taken = await RunAsync("serve", "--config", _folder.Write("u.toml", $"[server]\ndata = \"other\"\n[[listen]]\naddress = \"127.0.0.1:{server.Port}\"\n"));
        var locked = await RunAsync("serve", "--config", config);
        var added = await TeahouseProcess.RunAsync(_folder.Path, new string('p', 592) + "\n", "account", "add", "ann", "--password-stdin", "--config", config);
        var again = await TeahouseProcess.RunAsync(_folder.Path, "other", "account", "add", "ANN", "--password-stdin", "--config", config);

        Assert.Equal((1, $"Cannot listen on 127.0.0.1:{server.Port}: the port is taken by another program.\n"), (taken.ExitCode, taken.Error));
        Assert.Equal(1, locked.ExitCode);
        Assert.Contains("is in use by another process", locked.Error, StringComparison.Ordinal);
        Assert.Equal((0, "Account ann is there."), (added.ExitCode, added.Output.Split('\n')[0]));
        Assert.Equal((1, "The name ANN is taken, or looks like one that is.\n"), (again.ExitCode, again.Error));
        await ann.SendAsync("PING :barrier");
        Assert.NotNull(await ann.ReadUntilAsync("PONG"));

        var stopped = server.TerminateAsync();
        Assert.NotNull(await ann.ReadUntilAsync("ERROR :"));
        Assert.Equal(0, await stopped.WaitAsync(Patience.Limit));
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", "已启动")]
    [InlineData("en_US.UTF-8", "is running")]
    [InlineData("C", "is running")]
    public async Task The_start_is_told_in_the_systems_language(string locale, string expected)
    {
        var config = _folder.Write("t.toml", "[[listen]]\naddress = \"127.0.0.1:0\"\n");
        await using var server = await TeahouseProcess.ServeAsync(config, locale);

        Assert.Contains(expected, server.Banner, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<TeahouseRun> RunAsync(params string[] arguments) => TeahouseProcess.RunAsync(_folder.Path, "", arguments);
}
