using System.Net;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Tests.Configuration;

public sealed class ConfigurationValueTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public void Every_key_reaches_its_place()
    {
        var configuration = ConfigurationReader.Read(
            """
            [server]
            name = "My.Little.Server"
            description = "test server"
            network = "irctest"
            data = "/var/lib/teahouse"
            password = "sesame"
            motd = ["one", "two"]
            unicode_names = false
            [log]
            level = "debug"
            [[listen]]
            address = "127.0.0.1:6667"
            [[listen]]
            address = "*:6697"
            tls = true
            certificate = "/etc/c.pem"
            key = "/etc/k.pem"
            proxy = true
            [[listen]]
            address = "localhost:8067"
            websocket = true
            [limits]
            connections_per_address = 0
            multiline_lines = 32
            [accounts]
            registration = "closed"
            email = "required"
            keep_online = "opt-out"
            default_user_modes = "+i"
            [history]
            messages_per_channel = 1000
            [metadata]
            max_keys = 1000
            [proxy]
            trusted = ["127.0.0.1", "10.0.0.0/8", "::1"]
            [web]
            origins = ["https://Chat.example.org/", "http://other.example:8080"]
            [[oper]]
            name = "operuser"
            password = "operpassword"
            """, "t.toml", "/", NoVariables);

        var engine = configuration.Engine;
        Assert.Equal(("My.Little.Server", "test server", "irctest", "sesame", false), (engine.Name, engine.Description, engine.Network, engine.Password, engine.UnicodeNames));
        Assert.Equal(["one", "two"], engine.Motd);
        Assert.Equal("/var/lib/teahouse", configuration.DataFolder);
        Assert.Equal(LogLevel.Debug, configuration.LogLevel);
        Assert.Equal((0, 32), (engine.Limits.ConnectionsPerAddress, engine.Limits.MultilineLines));
        Assert.Equal((false, true, KeepOnline.OptOut, "+i"), (engine.Accounts.RegistrationOpen, engine.Accounts.EmailRequired, engine.Accounts.KeepOnline, engine.Accounts.DefaultUserModes));
        Assert.Equal(1000, engine.History.MessagesPerChannel);
        Assert.Equal(1000, engine.Metadata.MaxKeys);
        Assert.Contains(configuration.TrustedProxies, network => network.Contains(IPAddress.Parse("10.1.2.3")));
        Assert.Equal(["https://chat.example.org", "http://other.example:8080"], configuration.Origins);
        Assert.Equal(new OperatorOptions("operuser", "operpassword"), Assert.Single(engine.Operators));
        Assert.Equal([false, true, false], configuration.Listeners.Select(listener => listener.Tls));
        Assert.Equal([false, false, true], configuration.Listeners.Select(listener => listener.WebSocket));
        Assert.Equal(("/etc/c.pem", "/etc/k.pem", true), (configuration.Listeners[1].Certificate, configuration.Listeners[1].Key, configuration.Listeners[1].Proxy));
    }

    [Fact]
    public void Without_a_file_everything_has_its_default()
    {
        var configuration = ConfigurationReader.Read("", "", "/srv", NoVariables);

        Assert.Equal(new ServerOptions().Limits, configuration.Engine.Limits);
        Assert.Equal(new ServerOptions().Accounts, configuration.Engine.Accounts);
        Assert.Empty(configuration.Listeners);
        Assert.Null(configuration.Engine.Password);
        Assert.Equal("/srv/data", configuration.DataFolder);
    }

    [Fact]
    public void The_environment_wins_over_the_file()
    {
        var configuration = ConfigurationReader.Read(
            "[server]\nname = \"file.example\"\nnetwork = \"File\"\n[[listen]]\naddress = \"127.0.0.1:1\"", "t.toml", "/",
            new Dictionary<string, string>
            {
                ["TEAHOUSE__SERVER__NAME"] = "environment.example",
                ["TEAHOUSE__HISTORY__ENABLED"] = "false",
                ["TEAHOUSE__LIMITS__TOPIC_LENGTH"] = "77",
                ["TEAHOUSE__PROXY__TRUSTED"] = "127.0.0.1, ::1",
                ["TEAHOUSE__LISTEN__0__ADDRESS"] = "127.0.0.1:2",
                ["TEAHOUSE__LISTEN__1__ADDRESS"] = "127.0.0.1:3",
                ["TEAHOUSE__LISTEN__1__WEBSOCKET"] = "true",
                ["TEAHOUSE_BIN"] = "not ours",
            });

        Assert.Equal(("environment.example", "File"), (configuration.Engine.Name, configuration.Engine.Network));
        Assert.False(configuration.Engine.History.Enabled);
        Assert.Equal(77, configuration.Engine.Limits.TopicLength);
        Assert.Equal(2, configuration.TrustedProxies.Length);
        Assert.Equal(["127.0.0.1:2", "127.0.0.1:3"], configuration.Listeners.Select(listener => listener.Address!.Text));
        Assert.True(configuration.Listeners[1].WebSocket);
    }

    [Fact]
    public void Other_ways_of_writing_the_same_are_understood()
    {
        var configuration = ConfigurationReader.Read(
            "server.name = \"dotted.example\"\nlimits = { topic_length = 9 }\nlisten = [{ address = \"localhost:1\" }, { address = \"localhost:2\" }]",
            "t.toml", "/", NoVariables);

        Assert.Equal("dotted.example", configuration.Engine.Name);
        Assert.Equal(9, configuration.Engine.Limits.TopicLength);
        Assert.Equal(2, configuration.Listeners.Length);
    }

    [Theory]
    [InlineData("127.0.0.1:6667", true, "127.0.0.1:6667")]
    [InlineData("[::1]:6667", true, "[::1]:6667")]
    [InlineData("localhost:6667", true, "127.0.0.1:6667 [::1]:6667")]
    [InlineData("*:0", false, "[::]:0")]
    [InlineData("10.0.0.1:80", false, "10.0.0.1:80")]
    public void An_address_is_read(string text, bool loopback, string endPoints)
    {
        var address = ListenAddress.Parse(text);

        Assert.NotNull(address);
        Assert.Equal(loopback, address.LoopbackOnly);
        Assert.Equal(endPoints, string.Join(' ', address.EndPoints));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":6667")]
    [InlineData("6667")]
    [InlineData("1.2.3:1")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:-1")]
    [InlineData("::1:6667")]
    [InlineData("[127.0.0.1]:1")]
    [InlineData("example.org:1")]
    public void What_is_no_address_is_refused(string text) => Assert.Null(ListenAddress.Parse(text));
}
