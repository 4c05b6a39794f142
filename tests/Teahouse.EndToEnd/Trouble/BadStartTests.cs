using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Trouble;

/// <summary>What cannot start says why, in sentences that say what would be right, and leaves nothing behind.</summary>
public sealed class BadStartTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("limits", "mesages_per_second", "5", "teahouse.toml, line 9: [limits] mesages_per_second: unknown key", "messages_per_second")]
    [InlineData("accounts", "keep_online", "\"perhaps\"", "teahouse.toml, line 11: [accounts] keep_online:", "\"opt-in\"")]
    [InlineData("history", "enabled", "1", "teahouse.toml, line 12: [history] enabled:", "true or false")]
    [InlineData("server", "name", "\"no dot\"", "teahouse.toml, line 3: [server] name:", "a host name such as")]
    public async Task A_wrong_key_or_value_stops_the_start_with_file_line_key_and_what_would_be_right(
        string section, string key, string value, string where, string right)
    {
        _folder.Set(section, key, value);
        var run = await StartAsync();
        Assert.Contains(where, run.Errors, StringComparison.Ordinal);
        Assert.Contains(right, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        _folder.Set("server", "nmae", "1");
        _folder.Set("limits", "topic_length", "0");
        _folder.More = "[tea]\nleaves = 3\n";
        var run = await StartAsync();
        Assert.Equal(3, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_file_that_is_no_configuration_stops_the_start()
    {
        _folder.More = "[server\n";
        Assert.Contains("teahouse.toml, line", (await StartAsync()).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_file_that_is_not_there_stops_the_start()
    {
        var run = await ProgramRun.OfAsync("serve", "--config", Path.Combine(_folder.Path, "nothing.toml"));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("nothing.toml", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_outside_this_machine_stops_the_start_unless_asked_for_by_name()
    {
        _folder.More = "[[listen]]\naddress = \"*:0\"\n";
        Assert.Contains("plain_outside_loopback", (await StartAsync()).Errors, StringComparison.Ordinal);
        _folder.Set("server", "plain_outside_loopback", "true");
        await using var server = await ServerProcess.StartAsync(_folder);
        // The log is written beside the banner that ends the start.
        await Patience.SeeAsync(() => server.Output.Contains("Plain text leaves this machine", StringComparison.Ordinal), () => server.Output);
    }

    [Fact]
    public async Task A_port_in_use_stops_the_start_with_one_sentence()
    {
        await using var first = await ServerProcess.StartAsync(_folder);
        using var other = new ServerFolder();
        other.More = $"[[listen]]\naddress = \"127.0.0.1:{_folder.Irc}\"\n";
        other.Write();
        var run = await ProgramRun.OfAsync("serve", "--config", other.ConfigurationFile);
        AssertOneSentence(run, $"127.0.0.1:{_folder.Irc}", "taken");
    }

    [Fact]
    public async Task A_data_folder_that_another_server_uses_stops_the_start_and_harms_nobody()
    {
        await using var first = await ServerProcess.StartAsync(_folder);
        using var other = new ServerFolder();
        other.Set("server", "data", $"\"{_folder.Data}\"");
        other.Write();
        var run = await ProgramRun.OfAsync("serve", "--config", other.ConfigurationFile);
        AssertOneSentence(run, _folder.Data, "in use");
        await using var ann = await IrcClient.ConnectAsync(_folder.Irc, "ann");
        await ann.JoinAsync("#tea");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_stops_the_start_with_one_sentence()
    {
        // The process file system lets nobody make anything, whatever his rights.
        _folder.Set("server", "data", "\"/proc/teahouse\"");
        AssertOneSentence(await StartAsync(), "/proc/teahouse");
    }

    [Theory]
    [InlineData("64k", true, "No space left on device")]
    [InlineData("16k", false, "the disk is full")]
    [InlineData("64k", false, "the disk is full")]
    public async Task A_full_disk_stops_the_start_with_one_sentence(string size, bool full, string why)
    {
        _folder.Write();
        var wrapper = await SmallDisk.WrapperAsync(_folder, size, full);
        AssertOneSentence(await ProgramRun.WrappedAsync(wrapper, "serve", "--config", _folder.ConfigurationFile), _folder.Data, why);
    }

    [Fact]
    public async Task An_unknown_option_is_named()
    {
        var run = await ProgramRun.OfAsync("serve", "--confg", "x");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--confg", run.Errors, StringComparison.Ordinal);
    }

    internal static void AssertOneSentence(ProgramRun run, params string[] words)
    {
        Assert.NotEqual(0, run.ExitCode);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        foreach (var word in words) Assert.Contains(word, run.Errors, StringComparison.Ordinal);
    }

    private async Task<ProgramRun> StartAsync()
    {
        _folder.Write();
        var run = await ProgramRun.OfAsync("serve", "--config", _folder.ConfigurationFile);
        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        return run;
    }
}
