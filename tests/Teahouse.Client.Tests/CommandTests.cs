namespace Teahouse.Client.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task Joining_ends_when_the_server_has_agreed()
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        var joining = await server.ReadAsync(_ => server.Client.JoinAsync("#tea", "key"));
        var label = await link.ExpectLabelledAsync("JOIN #tea key");
        link.Say($"""
            @label={label} :srv BATCH +j labeled-response
            @batch=j :ann!a@h JOIN #tea
            @batch=j :srv 332 ann #tea :All about tea
            @batch=j :srv 353 ann = #tea :@bob ann
            @batch=j :srv 366 ann #tea :End
            :srv BATCH -j
            """);
        Assert.Null(await joining.WaitAsync(FakeLink.Patience));
        Assert.Equal(("All about tea", 2, true), await server.ReadAsync(s => (s.Rooms[0].Topic, s.Rooms[0].Members.Count, s.Rooms[0].IsJoined)));
    }

    [Fact]
    public async Task A_room_that_does_not_let_in_says_why()
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        var joining = await server.ReadAsync(_ => server.Client.JoinAsync("#tea"));
        link.Say($"@label={await link.ExpectLabelledAsync("JOIN #tea")} :srv 474 ann #tea :Banned");
        Assert.Equal(new Problem(ProblemKind.NotAllowed, "474", "Banned"), await joining.WaitAsync(FakeLink.Patience));
        Assert.Empty(await server.ReadAsync(s => s.Rooms));
    }

    [Fact]
    public async Task A_wanted_room_that_does_not_let_in_stays_with_its_reason()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea");
        link.Say(":srv 473 ann #tea :Invite only");
        await server.UntilAsync(s => s.Rooms[0].Problem == new Problem(ProblemKind.NotAllowed, "473", "Invite only"));
    }

    [Fact]
    public async Task Without_labels_an_error_finds_its_command_by_what_it_names()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync("");
        await server.UntilAsync(s => s.Connection.IsOnline);
        var tea = await server.ReadAsync(_ => server.Client.JoinAsync("#tea"));
        var milk = await server.ReadAsync(_ => server.Client.JoinAsync("#milk"));
        await link.ExpectAsync("JOIN #tea", "JOIN #milk");
        link.Say(":srv 471 ann #milk :Full\n:ann!a@h JOIN #tea");
        Assert.Equal("471", (await milk.WaitAsync(FakeLink.Patience))?.Code);
        Assert.Null(await tea.WaitAsync(FakeLink.Patience));
    }

    [Fact]
    public async Task A_command_without_an_answer_ends_all_the_same()
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        var joining = await server.ReadAsync(_ => server.Client.JoinAsync("#tea"));
        var away = await server.ReadAsync(_ => server.Client.SetAwayAsync("lunch"));
        await link.ExpectLabelledAsync("JOIN #tea");
        await link.ExpectLabelledAsync("AWAY lunch");
        // One in time with the answers that keep the connection alive, the other with the connection's end.
        server.Time.Advance(TimeSpan.FromSeconds(25));
        await link.ExpectAsync("PING alive");
        link.Say("PONG srv alive");
        await link.BarrierAsync();
        server.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(ProblemKind.TimedOut, (await joining.WaitAsync(FakeLink.Patience))?.Kind);
        Assert.Equal(ProblemKind.TimedOut, (await away.WaitAsync(FakeLink.Patience))?.Kind);

        joining = await server.ReadAsync(_ => server.Client.JoinAsync("#tea"));
        link.Break();
        Assert.Equal(ProblemKind.ConnectionLost, (await joining.WaitAsync(FakeLink.Patience))?.Kind);
        Assert.Equal(ProblemKind.Offline, (await await server.ReadAsync(_ => server.Client.JoinAsync("#tea")))?.Kind);
    }

    [Theory]
    [InlineData("NOTE OWNER ACCEPTED :You own this server now", null)]
    [InlineData("FAIL OWNER INVALID_TOKEN :Used or wrong", "INVALID_TOKEN")]
    public async Task An_owner_token_is_taken_or_refused(string answer, string? code)
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        var redeeming = await server.ReadAsync(_ => server.Client.RedeemOwnerTokenAsync("t0ken"));
        link.Say($"@label={await link.ExpectLabelledAsync("OWNER t0ken")} {answer}");
        Assert.Equal(code, (await redeeming.WaitAsync(FakeLink.Patience))?.Code);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_here()
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        Assert.Equal(ProblemKind.Invalid, (await await server.ReadAsync(_ => server.Client.JoinAsync("#tea and milk")))?.Kind);
        Assert.Equal(ProblemKind.Invalid, (await server.ReadAsync(_ => server.Client.SendRaw("A\nB")))?.Kind);
        Assert.Null(await server.ReadAsync(_ => server.Client.SendRaw("WHOIS bob")));
        await link.ExpectAsync("WHOIS bob");
    }

    [Fact]
    public async Task Away_is_told_again_after_a_reconnect()
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        var away = await server.ReadAsync(_ => server.Client.SetAwayAsync("lunch"));
        link.Say($"@label={await link.ExpectLabelledAsync("AWAY lunch")} :srv 306 ann :Away");
        Assert.Null(await away.WaitAsync(FakeLink.Patience));
        Assert.Equal("lunch", await server.ReadAsync(s => s.Me.AwayText));
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        link = await OnlineAsync(server);
        await link.ExpectAsync("AWAY lunch");
    }

    [Fact]
    public async Task A_nick_of_choice_is_kept_over_a_reconnect()
    {
        await using var server = new FakeServer();
        var link = await OnlineAsync(server);
        var naming = await server.ReadAsync(_ => server.Client.SetNickAsync("anna"));
        link.Say($"@label={await link.ExpectLabelledAsync("NICK anna")} :ann!a@h NICK anna");
        Assert.Null(await naming.WaitAsync(FakeLink.Patience));
        Assert.Equal("anna", await server.ReadAsync(s => s.Me.Nick));
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS :");
        await link.ExpectAsync("NICK anna");
    }

    private static async Task<FakeLink> OnlineAsync(FakeServer server)
    {
        var link = await server.WelcomeAsync();
        await FakeServer.NoTargetsAsync(link);
        return link;
    }
}
