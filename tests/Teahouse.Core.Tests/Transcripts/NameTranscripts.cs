namespace Teahouse.Core.Tests.Transcripts;

/// <summary>Who may be called what: accounts, look-alikes, the names of the powerful; and what nobody is told.</summary>
public sealed class NameTranscripts
{
    [Fact]
    public Task A_name_that_looks_like_an_accounts_is_for_that_account_only() => Transcript.RunAsync(
        """
        account evan
        account 陈晓
        bob connects
        bob > NICK еvan
        bob < :* 433 bob еvan :Nickname is reserved; *
        bob > NICK EVAN
        bob < :* 433 bob EVAN :*
        bob > NICK 陈晓
        bob < :* 433 bob 陈晓 :*
        bob > REGISTER еvan * correct-horse
        bob < :* FAIL REGISTER * еvan :*
        bob > PRIVMSG bob :still bob
        bob < :bob!* PRIVMSG bob :still bob
        evan connects as evan
        evan > NICK еvan
        evan < :evan!* NICK еvan
        """);

    [Fact]
    public Task Nobody_is_called_like_a_service_or_an_operator_of_the_configuration() => Transcript.RunAsync(
        """
        bob connects
        bob > NICK NickServ
        bob < :* 433 bob NickServ :*
        bob > NICK chanserv
        bob < :* 433 bob chanserv :*
        bob > NICK Boss
        bob < :* 433 bob Boss :*
        bob > NICK root
        bob < :* 433 bob root :*
        bob > REGISTER boss * correct-horse
        bob < :* FAIL REGISTER BAD_ACCOUNT_NAME boss :*
        """, Stage.Options with { Operators = [new("boss", "secret")] });

    [Fact]
    public async Task Root_sits_at_the_machine()
    {
        await using var stage = await Stage.OpenAsync();
        using var here = new WireClient("root", stage.Server).Open("127.0.0.1");
        await here.SendAsync("NICK root");
        await here.SendAsync("USER root 0 * :Root");
        Assert.Contains(" 001 root ", await here.ReadLineAsync(), StringComparison.Ordinal);
        await here.DropAsync();

        using var service = new WireClient("services", stage.Server).Open("127.0.0.1");
        await service.SendAsync("NICK NickServ");
        await service.SendAsync("USER root 0 * :Root");
        Assert.Contains(" 433 * NickServ ", await service.ReadLineAsync(), StringComparison.Ordinal);
        await service.DropAsync();

        // Through a web server on this machine everybody comes from here.
        using var web = new WireClient("web", stage.Server, Hosting.Transport.WebSocket).Open("127.0.0.1");
        await web.SendAsync("NICK root");
        await web.SendAsync("USER root 0 * :Root");
        Assert.Contains(" 433 * root ", await web.ReadLineAsync(), StringComparison.Ordinal);
        await web.DropAsync();
    }

    [Fact]
    public async Task No_secret_reaches_the_log()
    {
        await using var stage = await Stage.OpenAsync(Stage.Options with { Operators = [new("boss", "5ecret-of-boss")] });
        await Transcript.RunAsync(stage,
            $"""
            account bob
            ann opens
            ann > PASS :bob:5ecret
            ann > NICK ann
            ann > USER ann 0 * :Ann
            ann < ...
            ann ends
            cat connects with sasl
            cat > AUTHENTICATE PLAIN
            cat > AUTHENTICATE {ScramClient.Encode("\0bob\05ecret")}
            cat > AUTHENTICATE 5ecret
            cat > REGISTER cat * 5ecret-word
            cat > NS SET PASSWORD another-5ecret
            cat > NS IDENTIFY bob 5ecret
            cat > PRIVMSG NickServ :GHOST bob 5ecret
            cat > NS 5ecret
            cat > RECOVER 5ecret
            cat > OPER boss 5ecret-of-bos
            cat > OPER boss 5ecret-of-boss
            cat > NS SAREGISTER dan his-5ecret
            cat < ...
            """);
        Assert.Contains(stage.Logged, line => line.Contains("OPER", StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Logged, line => line.Contains("5ecret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_line_to_anybody_names_an_address()
    {
        await using var stage = await Stage.OpenAsync();
        var bob = await stage.ConnectAsync("bob");
        await bob.SendAsync("JOIN #tea");
        await bob.ForgetAsync();
        using var ann = new WireClient("ann", stage.Server).Open("198.51.100.7");
        await stage.RegisterAsync(ann);
        foreach (var line in new[] { "JOIN #tea", "PRIVMSG #tea :hello", "WHOIS ann", "WHO ann %tcuihsnfdlar", "USERHOST ann", "NS REGISTER correct-horse", "QUIT :bye" })
            await ann.SendAsync(line);
        await ann.Serving.WaitAsync(WireClient.Patience);
        foreach (var line in new[] { "WHOWAS ann", "CHATHISTORY LATEST #tea * 10" }) await bob.SendAsync(line);

        var heard = await bob.UnreadAsync();
        Assert.Contains(heard, line => line.Contains("ann!", StringComparison.Ordinal));
        Assert.DoesNotContain(heard, line => line.Contains("198.51", StringComparison.Ordinal));
    }
}
