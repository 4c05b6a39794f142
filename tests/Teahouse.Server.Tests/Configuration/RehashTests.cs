using Microsoft.Extensions.Logging.Abstractions;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Configuration;

public sealed class RehashTests : IDisposable
{
    private const string First = """
        [server]
        name = "tea.example"
        motd = ["one"]
        [limits]
        away_length = 100
        [[listen]]
        address = "127.0.0.1:0"
        [[oper]]
        name = "boss"
        password = "secret"

        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Keys_that_can_change_at_once_and_those_that_cannot_are_named()
    {
        var configuration = ConfigurationReader.Load(_folder.Write("t.toml", First), new Dictionary<string, string>());
        await using var store = await DataStore.OpenAsync(configuration.DataFolder, TimeProvider.System, default);
        await using var host = await TeahouseHost.StartAsync(configuration, store, NullLoggerFactory.Instance, TimeProvider.System, default);

        Assert.Empty(host.Rehash().Applied);

        _folder.Write("t.toml", First
            .Replace("tea.example", "other.example", StringComparison.Ordinal).Replace("\"one\"", "\"two\"", StringComparison.Ordinal)
            .Replace("100", "90", StringComparison.Ordinal).Replace("secret", "other", StringComparison.Ordinal).Replace(":0", ":1", StringComparison.Ordinal));
        var result = host.Rehash();

        Assert.Empty(result.Problems);
        Assert.Equal(["[server] motd", "[limits] away_length", "[[oper]]"], result.Applied);
        Assert.Equal(["[server] name", "[[listen]]"], result.Later);
        Assert.Equal(("tea.example", "two", 90, "other"),
            (host.Chat.Options.Name, Assert.Single(host.Chat.Options.Motd), host.Chat.Options.Limits.AwayLength, Assert.Single(host.Chat.Options.Operators).Password));

        var again = host.Rehash();
        Assert.Empty(again.Applied);
        Assert.Equal(["[server] name", "[[listen]]"], again.Later);
    }

    [Fact]
    public async Task A_file_with_an_error_changes_nothing()
    {
        var configuration = ConfigurationReader.Load(_folder.Write("t.toml", First), new Dictionary<string, string>());
        await using var store = await DataStore.OpenAsync(configuration.DataFolder, TimeProvider.System, default);
        await using var host = await TeahouseHost.StartAsync(configuration, store, NullLoggerFactory.Instance, TimeProvider.System, default);

        _folder.Write("t.toml", First.Replace("\"one\"", "\"two\"", StringComparison.Ordinal).Replace("away_length", "away_lenght", StringComparison.Ordinal));
        var result = host.Rehash();

        Assert.EndsWith("line 5: [limits] away_lenght: unknown key; did you mean \"away_length\"?", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Equal("one", Assert.Single(host.Chat.Options.Motd));
    }

    public void Dispose() => _folder.Dispose();
}
