namespace Teahouse.EndToEnd.Clients;

/// <summary>WeeChat without a screen, with SASL SCRAM-SHA-256.</summary>
public sealed class WeechatClientTests : RealClientTests
{
    protected override Task<IRealClient> StartAsync(RealClientOptions options)
    {
        var fifo = Path.Combine(options.Folder, "fifo");
        string[] lines =
        [
            "/set logger.file.flush_delay 0",
            $"/set logger.file.path {options.Folder}/logs",
            $"/set fifo.file.path {fifo}",
            "/fifo enable",
            $"/set weechat.network.gnutls_ca_user {options.Authority}",
            $"/server add tea localhost/{options.Port} -ssl -nicks={options.Account} -autojoin={options.Room} -autoreconnect_delay=1",
            "/set irc.server.tea.sasl_mechanism scram-sha-256",
            "/set irc.server.tea.sasl_fail disconnect",
            $"/set irc.server.tea.sasl_username {options.Account}",
            $"/set irc.server.tea.sasl_password {options.Password}",
            "/connect tea",
        ];
        var weechat = ClientProcess.Start(
            new Dictionary<string, string> { ["HOME"] = options.Folder },
            ["weechat-headless", "--stdout", "--dir", options.Folder, .. lines.SelectMany(line => new[] { "--run-command", line })]);
        return Task.FromResult<IRealClient>(new Client(weechat, fifo, options));
    }

    private sealed class Client(ClientProcess weechat, string fifo, RealClientOptions options) : IRealClient
    {
        private readonly WrittenLines _log = WrittenLines.OfFile(Path.Combine(options.Folder, "logs", $"irc.tea.{options.Room}.weechatlog"));

        public Task SayAsync(string text) => File.AppendAllTextAsync(fifo, $"irc.tea.{options.Room} *{text}\n");

        public Task ExpectAsync(params string[] words) => _log.ExpectAsync(words);

        public async Task ExpectInRoomAsync(int times)
        {
            try
            {
                await _log.ExpectAsync(["-->", options.Account, "has joined", options.Room], times);
            }
            catch (TimeoutException missing)
            {
                throw new TimeoutException($"{missing.Message}\nWeeChat says:\n{weechat.Output}", missing);
            }
        }

        public ValueTask DisposeAsync() => weechat.DisposeAsync();
    }
}
