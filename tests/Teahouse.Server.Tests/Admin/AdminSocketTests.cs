using System.Net.Sockets;
using System.Text;
using Teahouse.Server.Admin;
using Teahouse.Server.Configuration;
using Teahouse.Server.Tests.Hosting;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Tests.Admin;

public sealed class AdminSocketTests
{
    private const string Plain = "[[listen]]\naddress = \"127.0.0.1:0\"\n";

    [Fact]
    public async Task An_account_that_was_added_can_log_in_at_once()
    {
        await using var server = await TestServer.StartAsync(Plain);

        var answer = await SendAsync(server, new(AdminCommands.Add, "ann", "a password"));

        Assert.Equal((true, "Account ann is there."), (answer!.Ok, answer.Lines[0]));
        await using var ann = await server.ConnectAsync();
        await ann.SendAsync("CAP REQ sasl", "NICK ann", "USER ann 0 * :ann", "AUTHENTICATE PLAIN");
        Assert.NotNull(await ann.ReadUntilAsync("AUTHENTICATE +"));
        await ann.SendAsync("AUTHENTICATE " + Convert.ToBase64String("\0ann\0a password"u8));
        Assert.NotNull(await ann.ReadUntilAsync(" 903 "));
    }

    [Fact]
    public async Task Accounts_are_listed_reset_and_removed()
    {
        await using var server = await TestServer.StartAsync(Plain + "[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n");
        await SendAsync(server, new(AdminCommands.Add, "bob", "a password"));

        Assert.StartsWith("bob, last seen ", Assert.Single((await SendAsync(server, new(AdminCommands.List)))!.Lines), StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:", (await SendAsync(server, new(AdminCommands.Reset, "bob")))!.Lines[1], StringComparison.Ordinal);
        Assert.True((await SendAsync(server, new(AdminCommands.Remove, "bob")))!.Ok);
        Assert.Empty((await SendAsync(server, new(AdminCommands.List)))!.Lines);
    }

    [Theory]
    [InlineData(AdminCommands.Add, "bad name", "x", "\"bad name\" cannot be a name: it is too long, or has characters that names may not have.")]
    [InlineData(AdminCommands.Add, "ann", "", "The password is empty: give it on standard input.")]
    [InlineData(AdminCommands.Remove, "nobody", "", "There is no account nobody.")]
    [InlineData(AdminCommands.Reset, "nobody", "", "There is no account nobody.")]
    [InlineData("dance", "", "", "This server does not know the command \"dance\"; it may be of another version.")]
    public async Task A_command_that_cannot_be_done_is_refused_with_a_sentence(string command, string name, string password, string expected)
    {
        await using var server = await TestServer.StartAsync(Plain + "[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n");

        var answer = await SendAsync(server, new(command, name, password));

        Assert.Equal((false, expected), (answer!.Ok, Assert.Single(answer.Lines)));
    }

    [Fact]
    public async Task What_is_no_command_does_no_harm()
    {
        await using var server = await TestServer.StartAsync(Plain);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(AdminSocketPath.Find(server.Configuration.DataFolder)));

        await socket.SendAsync("hello\n"u8.ToArray());

        Assert.Equal(0, await socket.ReceiveAsync(new byte[1]).WaitAsync(Patience.Limit));
        Assert.True((await SendAsync(server, new(AdminCommands.List)))!.Ok);
    }

    [Fact]
    public async Task Only_the_owner_of_the_data_may_send_commands()
    {
        await using var server = await TestServer.StartAsync(Plain);

        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(AdminSocketPath.Find(server.Configuration.DataFolder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public async Task A_data_folder_with_a_long_path_has_its_socket_elsewhere()
    {
        await using var server = await TestServer.StartAsync($"[server]\ndata = \"{new string('d', 120)}\"\n" + Plain);

        var path = AdminSocketPath.Find(server.Configuration.DataFolder);
        Assert.True((await SendAsync(server, new(AdminCommands.List)))!.Ok);
        await server.StopAsync();

        Assert.InRange(Encoding.UTF8.GetByteCount(path), 1, 103);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public async Task While_no_server_runs_the_command_works_on_the_folder_itself()
    {
        using var folder = new TempFolder();
        var configuration = ConfigurationReader.Read("[accounts]\npassword_iterations = 4096", "t.toml", folder.Path, new Dictionary<string, string>());

        var added = await AdminSession.RunAsync(configuration, new(AdminCommands.Add, "ann", "a password"), TimeProvider.System, default);
        var listed = await AdminSession.RunAsync(configuration, new(AdminCommands.List), TimeProvider.System, default);

        Assert.True(added.Ok);
        Assert.StartsWith("ann, ", Assert.Single(listed.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_held_by_something_that_does_not_answer_is_said()
    {
        using var folder = new TempFolder();
        var configuration = ConfigurationReader.Read("", "t.toml", folder.Path, new Dictionary<string, string>());
        using var held = DataFolder.Lock(configuration.DataFolder);
        var time = new ImpatientTime();

        await Assert.ThrowsAsync<DataFolderLockedException>(() => AdminSession.RunAsync(configuration, new(AdminCommands.List), time, default));
    }

    private static async Task<AdminAnswer?> SendAsync(TestServer server, AdminRequest request) =>
        await AdminClient.TrySendAsync(server.Configuration.DataFolder, request, default);

    /// <summary>Each look at the clock is ten seconds after the last.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds += 10;
    }
}
