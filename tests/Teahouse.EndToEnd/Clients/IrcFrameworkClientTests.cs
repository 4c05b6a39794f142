using System.Text.Json;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Clients;

/// <summary>irc-framework, which bots and web clients are built on, with SASL PLAIN.</summary>
public sealed class IrcFrameworkClientTests : RealClientTests
{
    /// <summary>Its packages are beside it.</summary>
    private static string Script => Path.Combine(ServerProgram.Root, "tests", "Teahouse.EndToEnd", "Clients", "irc-framework", "client.js");

    protected override Task<IRealClient> StartAsync(RealClientOptions options)
    {
        var node = ClientProcess.Start(
            new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = options.Authority }, "node", Script,
            JsonSerializer.Serialize(new { port = options.Port, account = options.Account, password = options.Password, room = options.Room }));
        return Task.FromResult<IRealClient>(new Client(node));
    }

    private sealed class Client(ClientProcess node) : IRealClient
    {
        private readonly WrittenLines _heard = new(() => node.Output);

        public Task SayAsync(string text) => node.WriteLineAsync(text);

        public Task ExpectAsync(params string[] words) => _heard.ExpectAsync(words);

        public Task ExpectInRoomAsync(int times) => _heard.ExpectAsync(["in room"], times);

        public Task ExpectAtHomeAsync() => _heard.ExpectAsync(["at home"]);

        public ValueTask DisposeAsync() => node.DisposeAsync();
    }
}
