namespace Teahouse.Client.Tests;

public sealed class RegistrationTests
{
    private const string Credential = "thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string Offer = ":srv CAP * LS :batch sasl=PLAIN draft/account-registration=before-connect unheard-of";

    // "\0ann\0" and the credential.
    private static readonly string Plain = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0ann\0{Credential}"));

    [Fact]
    public async Task Only_what_is_offered_is_requested()
    {
        await using var server = new FakeServer();
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS * :batch unheard-of\n:srv CAP * LS :sasl=PLAIN echo-message");
        await link.ExpectAsync("CAP REQ :batch echo-message sasl");
    }

    [Fact]
    public async Task A_capability_that_is_refused_does_not_cost_the_others()
    {
        await using var server = new FakeServer();
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS :batch echo-message");
        await link.ExpectAsync("CAP REQ :batch echo-message");
        link.Say(":srv CAP * NAK :batch echo-message");
        await link.ExpectAsync("CAP REQ batch", "CAP REQ echo-message");
        link.Say(":srv CAP * ACK batch\n:srv CAP * NAK echo-message");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        Assert.True(await server.ReadAsync(s => s.Has("batch") && !s.Has("echo-message")));
    }

    [Fact]
    public async Task A_server_that_knows_no_capabilities_is_good_enough()
    {
        await using var server = new FakeServer();
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv 421 * CAP :Unknown command");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        link.Say(":srv 001 ann :Welcome\n:srv 376 ann :End");
        await server.UntilAsync(s => s.Connection.IsOnline);
    }

    [Fact]
    public async Task A_new_guest_makes_an_account_and_logs_in_to_it_the_next_time()
    {
        await using var server = new FakeServer(new Login.Guest("ann", Credential, Registered: false));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", $"REGISTER * * {Credential}");
        link.Say("REGISTER SUCCESS ann :Welcome, guest");
        await link.ExpectAsync("CAP END");
        link.Say(":srv 001 ann :Welcome\n:srv 422 ann :No MOTD");
        await server.UntilAsync(s => s.Connection.IsOnline);
        Assert.Equal(new Identity("ann", "ann", IsGuest: true), await server.ReadAsync(s => s.Me));

        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await LogInAsync(await OfferedAsync(server));
    }

    [Fact]
    public async Task A_guest_whose_account_was_made_unheard_logs_in_to_it()
    {
        await using var server = new FakeServer(new Login.Guest("ann", Credential, Registered: false));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", $"REGISTER * * {Credential}");
        link.Say(":srv 433 * ann :Taken\nFAIL REGISTER NEED_NICK * :No nick");
        await link.ExpectAsync("AUTHENTICATE PLAIN");
        link.Say("AUTHENTICATE +");
        await link.ExpectAsync($"AUTHENTICATE {Plain}");
        link.Say(":srv 900 * * ann :Hello\n:srv 903 * :Done");
        await link.ExpectAsync("NICK ann", "CAP END");
    }

    [Fact]
    public async Task A_guest_with_somebody_elses_name_stops_and_can_choose_another()
    {
        await using var server = new FakeServer(new Login.Guest("ann", Credential, Registered: false));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", $"REGISTER * * {Credential}");
        link.Say("FAIL REGISTER ACCOUNT_EXISTS ann :Exists");
        await link.ExpectAsync("AUTHENTICATE PLAIN");
        link.Say("AUTHENTICATE +");
        await link.ExpectAsync($"AUTHENTICATE {Plain}");
        link.Say(":srv 904 * :No");
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Stopped, Problem.Kind: ProblemKind.NameTaken });
        await link.ClosedByClient.WaitAsync(FakeLink.Patience);

        await server.ReadAsync(_ =>
        {
            server.Client.UseLogin(new Login.Guest("ann2", Credential, Registered: false));
            server.Client.ReconnectNow();
            return true;
        });
        link = await OfferedAsync(server);
        await link.ExpectAsync("NICK ann2", "USER ann2 0 * ann2", $"REGISTER * * {Credential}");
    }

    [Fact]
    public async Task A_guest_whose_account_has_been_freed_makes_it_anew()
    {
        await using var server = new FakeServer(new Login.Guest("ann", Credential, Registered: true));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("AUTHENTICATE PLAIN");
        link.Say("AUTHENTICATE +");
        await link.ExpectAsync($"AUTHENTICATE {Plain}");
        link.Say(":srv 904 * :No");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", $"REGISTER * * {Credential}");
    }

    [Fact]
    public async Task Where_registering_waits_for_the_welcome_the_guest_does()
    {
        await using var server = new FakeServer(new Login.Guest("ann", Credential, Registered: false));
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS :draft/account-registration");
        await link.ExpectAsync("CAP REQ draft/account-registration");
        link.Say(":srv CAP * ACK draft/account-registration");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        link.Say(":srv 001 ann :Welcome\n:srv 422 ann :No MOTD");
        await link.ExpectAsync($"REGISTER * * {Credential}");
        Assert.False(await server.ReadAsync(s => s.Connection.IsOnline));
        link.Say("REGISTER SUCCESS ann :Welcome, guest");
        await server.UntilAsync(s => s.Connection.IsOnline && s.Me.IsGuest);
    }

    [Fact]
    public async Task A_closed_registration_stops_with_the_servers_words()
    {
        await using var server = new FakeServer(new Login.Guest("ann", Credential, Registered: false));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", $"REGISTER * * {Credential}");
        link.Say("FAIL REGISTER CLOSED ann :By invitation only");
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Stopped);
        Assert.Equal(new Problem(ProblemKind.RegistrationRefused, "CLOSED", "By invitation only"), await server.ReadAsync(s => s.Connection.Problem));
    }

    [Fact]
    public async Task A_wrong_password_stops()
    {
        await using var server = new FakeServer(new Login.Account("ann", "wrong"));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("AUTHENTICATE PLAIN");
        link.Say("AUTHENTICATE +");
        Assert.StartsWith("AUTHENTICATE ", await link.NextAsync(), StringComparison.Ordinal);
        link.Say(":srv 904 * :SASL authentication failed");
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Stopped, Problem.Kind: ProblemKind.LoginRefused });
    }

    [Fact]
    public async Task A_login_that_the_server_is_too_busy_for_is_tried_again()
    {
        await using var server = new FakeServer(new Login.Account("ann", "right"));
        var link = await OfferedAsync(server);
        await link.ExpectAsync("AUTHENTICATE PLAIN");
        link.Say("FAIL AUTHENTICATE TEMPORARILY_UNAVAILABLE :Busy\n:srv 904 * :SASL authentication failed");
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Waiting, Problem.Kind: ProblemKind.TryLater });
    }

    [Fact]
    public async Task An_account_is_never_left_out_where_no_login_is_offered()
    {
        await using var server = new FakeServer(new Login.Account("ann", "secret"));
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS :sasl=EXTERNAL");
        await link.ExpectAsync("CAP REQ sasl");
        link.Say(":srv CAP * ACK sasl");
        await server.UntilAsync(s => s.Connection is { Phase: ConnectionPhase.Stopped, Problem: { Kind: ProblemKind.LoginRefused, Code: "NO_SASL" } });
    }

    [Fact]
    public async Task A_taken_nick_is_changed_a_little()
    {
        await using var server = new FakeServer();
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(":srv CAP * LS :");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        link.Say(":srv 433 * ann :Taken");
        await link.ExpectAsync("NICK ann_");
        link.Say(":srv 001 ann_ :Welcome\n:srv 422 ann_ :No MOTD");
        await server.UntilAsync(s => s.Connection.IsOnline && s.Me.Nick == "ann_");
    }

    private static async Task<FakeLink> OfferedAsync(FakeServer server)
    {
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say(Offer);
        await link.ExpectAsync("CAP REQ :draft/account-registration batch sasl");
        link.Say(":srv CAP * ACK :draft/account-registration batch sasl");
        return link;
    }

    private static async Task LogInAsync(FakeLink link)
    {
        await link.ExpectAsync("AUTHENTICATE PLAIN");
        link.Say("AUTHENTICATE +");
        await link.ExpectAsync($"AUTHENTICATE {Plain}");
        link.Say(":srv 900 * * ann :Hello\n:srv 903 * :Done");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
    }
}
