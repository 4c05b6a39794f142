namespace Teahouse.Client.Tests;

public sealed class ReconnectTests
{
    [Fact]
    public async Task A_lost_connection_comes_back_by_itself_after_its_wait()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);

        link.Break();
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Waiting, Problem.Kind: ProblemKind.ConnectionLost });
        var wait = await server.ReadAsync(s => s.Connection.RetryAt!.Value) - server.Time.GetUtcNow();
        Assert.InRange(wait.TotalSeconds, 0.5, 1);

        server.Time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.False(await server.ReadAsync(_ => server.HasConnection));
        server.Time.Advance(TimeSpan.FromMilliseconds(1));
        await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection == new ConnectionState(ConnectionPhase.Online));
    }

    [Fact]
    public async Task Another_login_takes_over_at_once_and_a_loss_after_it_waits_again()
    {
        await using var server = new FakeServer();
        await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);
        await server.Client.InvokeAsync(_ =>
        {
            server.Client.ReconnectAs(new Login.Anonymous("ann"));
            return true;
        });
        // Nobody moves the clock.
        var link = await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
    }

    [Fact]
    public async Task A_timer_that_rings_early_is_wound_up_again()
    {
        await using var server = new FakeServer(null, null, new EarlyTimeProvider(FakeServer.Noon));
        var link = await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        var wait = await server.ReadAsync(s => s.Connection.RetryAt!.Value) - server.Time.GetUtcNow();
        server.Time.Advance(wait - TimeSpan.FromMilliseconds(1));
        // The ring has been heard when this is answered, and nothing else wakes the client.
        await server.ReadAsync(_ => true);
        server.Time.Advance(TimeSpan.FromMilliseconds(1));
        await server.WelcomeAsync();
    }

    [Fact]
    public async Task Attempts_that_fail_wait_longer_and_longer_up_to_a_minute()
    {
        await using var server = new FakeServer();
        for (var i = 0; i < 10; i++) server.Refuse(new(ProblemKind.Unreachable));
        server.Start();
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting && s.Connection.Attempt == attempt);
            var wait = await server.ReadAsync(s => s.Connection.RetryAt!.Value) - server.Time.GetUtcNow();
            var longest = Math.Min(60, Math.Pow(2, attempt - 1));
            Assert.InRange(wait.TotalSeconds, longest / 2, longest);
            server.Time.Advance(wait);
        }
        await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection is { IsOnline: true, Problem: null });
    }

    [Fact]
    public void Clients_that_lost_the_same_server_do_not_come_back_together()
    {
        var waits = Enumerable.Range(0, 1000).Select(seed => new Backoff(new Random(seed)).Next()).ToArray();
        Assert.True(waits.Distinct().Count() > 300);
    }

    [Fact]
    public void The_more_people_a_server_has_the_longer_their_return_is_spread()
    {
        var waits = Enumerable.Range(0, 5000).Select(seed => new Backoff(new Random(seed)).Next(crowd: 5000).TotalSeconds).ToArray();
        Assert.InRange(waits.Max(), 6, 6.25);
        Assert.All(Enumerable.Range(1, 5), second => Assert.InRange(waits.Count(wait => wait >= second && wait < second + 1), 700, 1100));
    }

    [Fact]
    public void A_server_that_stays_away_is_asked_more_and_more_seldom_however_many_people_it_has()
    {
        var backoff = new Backoff(new Random(1));
        var waits = Enumerable.Range(0, 8).Select(_ => backoff.Next(crowd: 5000).TotalSeconds).ToArray();
        Assert.InRange(waits[4], 8, 16);
        Assert.InRange(waits[7], 30, 60);
        Assert.InRange(new Backoff(new Random(1)).Next(crowd: int.MaxValue).TotalSeconds, 0.5, 60);
    }

    [Fact]
    public async Task How_many_people_a_server_has_is_asked_again_after_a_while()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        await FakeServer.NoTargetsAsync(link);
        link.Say(":srv 265 me 1 1 :Current local users 1, max 1");
        await link.BarrierAsync();

        for (var quarter = 1; quarter < 5 * 4; quarter++)
        {
            server.Time.Advance(TimeSpan.FromSeconds(15));
            await link.ExpectAsync("PING alive");
            link.Say(":srv PONG srv alive");
            await link.BarrierAsync();
        }
        server.Time.Advance(TimeSpan.FromSeconds(15));
        await link.ExpectAsync("PING alive", "LUSERS");
        link.Say(":srv 265 me 4000 4000 :Current local users 4000, max 4000");
        await link.BarrierAsync();
        Assert.Equal(4000, await server.ReadAsync(s => s.Crowd));
    }

    [Fact]
    public async Task A_wish_to_reconnect_does_not_wait()
    {
        await using var server = new FakeServer();
        server.Refuse(new(ProblemKind.Unreachable));
        server.Start();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        await ReconnectNowAsync(server);
        await server.WelcomeAsync();
    }

    [Fact]
    public async Task A_wish_to_reconnect_finds_out_whether_the_connection_still_lives()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);
        await FakeServer.NoTargetsAsync(link);
        await link.BarrierAsync();
        await ReconnectNowAsync(server);
        await link.ExpectAsync("PING alive");
        server.Time.Advance(TimeSpan.FromSeconds(10));
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Waiting, Problem.Kind: ProblemKind.Silent });
    }

    [Fact]
    public async Task A_silent_server_is_asked_and_given_up_when_it_does_not_answer()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        await FakeServer.NoTargetsAsync(link);
        await link.BarrierAsync();

        server.Time.Advance(TimeSpan.FromSeconds(15));
        await link.ExpectAsync("PING alive");
        link.Say(":srv PONG srv alive");
        await link.BarrierAsync();

        server.Time.Advance(TimeSpan.FromSeconds(14));
        await link.BarrierAsync();
        server.Time.Advance(TimeSpan.FromSeconds(15));
        await link.ExpectAsync("PING alive");
        server.Time.Advance(TimeSpan.FromSeconds(10));
        await link.ClosedByClient.WaitAsync(FakeLink.Patience);
        await server.UntilAsync(s => s.Connection.Problem?.Kind == ProblemKind.Silent);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        await using var server = new FakeServer();
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        server.Time.Advance(TimeSpan.FromSeconds(10));
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Waiting, Problem.Kind: ProblemKind.TimedOut });
    }

    [Fact]
    public async Task A_server_that_speaks_and_never_lets_in_is_given_up_later()
    {
        await using var server = new FakeServer();
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say("PING early");
        await link.ExpectAsync("PONG early");
        server.Time.Advance(TimeSpan.FromSeconds(29));
        await link.BarrierAsync();
        Assert.Equal(ConnectionPhase.Registering, await server.ReadAsync(s => s.Connection.Phase));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Waiting, Problem.Kind: ProblemKind.TimedOut });
    }

    [Fact]
    public async Task The_servers_last_words_are_the_reason()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        link.Say("ERROR :Going down for an upgrade");
        link.Close();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        Assert.Equal(new Problem(ProblemKind.ClosedByServer, "ERROR", "Going down for an upgrade"), await server.ReadAsync(s => s.Connection.Problem));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_stops()
    {
        await using var server = new FakeServer();
        server.Refuse(new(ProblemKind.CertificateUntrusted));
        server.Start();
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Stopped, RetryAt: null });
    }

    [Theory]
    [InlineData(":srv BATCH -nothing")]
    [InlineData("@batch=never :srv NOTICE ann :hello")]
    [InlineData("no=command=this")]
    public async Task After_a_broken_frame_the_connection_is_closed(string line)
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        await server.UntilAsync(s => s.Connection.IsOnline);
        link.Say(line);
        await link.ClosedByClient.WaitAsync(FakeLink.Patience);
        await server.UntilAsync(s => s.Connection.Problem?.Kind == ProblemKind.ProtocolBroken);
    }

    [Fact]
    public async Task Rooms_are_joined_again()
    {
        await using var server = new FakeServer(null, "#tea", "#coffee");
        var link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea,#coffee");
        link.Say(":ann!a@h JOIN #tea\n:ann!a@h JOIN #coffee\n:ann!a@h PART #coffee");
        await server.UntilAsync(s => s.Rooms.Count == 1);
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting && !s.Rooms[0].IsJoined);
        await ReconnectNowAsync(server);
        link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea");
    }

    [Fact]
    public async Task Rooms_that_the_server_has_us_in_are_not_joined_twice()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS :");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        link.Say(":srv 001 ann :Welcome\n:ann!a@h JOIN #tea\n:srv 422 ann :No MOTD");
        await link.BarrierAsync();
        Assert.True(await server.ReadAsync(s => s.Rooms.Single().IsJoined));
    }

    [Fact]
    public async Task Who_quits_says_so_and_stays_away()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync(capabilities: "");
        await server.UntilAsync(s => s.Connection.IsOnline);
        await server.ReadAsync(_ =>
        {
            server.Client.Quit("tea time");
            return true;
        });
        await link.ExpectAsync("QUIT :tea time");
        link.Say("ERROR :Bye");
        link.Close();
        await server.Running.WaitAsync(FakeLink.Patience);
        Assert.Equal(ConnectionPhase.Idle, server.Client.State.Connection.Phase);
    }

    private static Task<bool> ReconnectNowAsync(FakeServer server) => server.ReadAsync(_ =>
    {
        server.Client.ReconnectNow();
        return true;
    });
}
