using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Teahouse.Client;
using Teahouse.Web.Shell;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests;

/// <summary>The whole page over a small server in memory.</summary>
public sealed class AppTests : BunitContext
{
    private readonly FakeBrowser _browser;
    private readonly ScriptedServer _server = new();

    public AppTests()
    {
        _browser = new FakeBrowser(this, TimeProvider.System);
        Services.AddSingleton(services => new Visit(services.GetRequiredService<Keepsake>(), (guest, rooms) => new ClientOptions
        {
            Connect = _ => Task.FromResult<ITransport>(_server),
            Login = guest,
            Random = new Random(1),
            Rooms = rooms,
        }));
    }

    [Fact]
    public async Task From_a_name_into_the_lobby()
    {
        var app = await EnterAsync("ann");
        Assert.Contains("lobby", app.Find("h1").TextContent, StringComparison.Ordinal);
        app.WaitForAssertion(() => Assert.Equal(["ann", "Marta"], app.FindAll(".person .name").Select(n => n.TextContent)));
        Assert.Equal("#lobby · TeaNet", _browser.Page.Title);
    }

    [Fact]
    public async Task The_next_visit_needs_no_name()
    {
        _browser.Storage.Values["name"] = "ann";
        _browser.Storage.Values["credential"] = "thd1_x";
        _browser.Storage.Values["registered"] = "1";
        _browser.Storage.Values["rooms"] = "#tea,#design";
        _browser.Storage.Values["open"] = "#design";
        var app = Render<App>();
        app.WaitForAssertion(() => Assert.Contains("design", app.Find("h1").TextContent, StringComparison.Ordinal));
        await _server.HeardAsync("JOIN #tea,#design");
    }

    [Fact]
    public async Task A_page_that_comes_back_asks_at_once_whether_its_connection_lives()
    {
        await EnterAsync("ann");
        _browser.Return.Come();
        await _server.HeardAsync("PING alive");
    }

    [Fact]
    public async Task A_taken_name_is_said_and_another_one_enters()
    {
        _server.Taken.Add("ann");
        var app = Render<App>();
        await ActAsync(app, "#name", name => name.Input("ann"));
        await ActAsync(app, "form", form => form.Submit());
        app.WaitForAssertion(() => Assert.Contains("belongs to someone else", app.Find(".trouble").TextContent, StringComparison.Ordinal));
        await ActAsync(app, "#name", name => name.Input("anna"));
        await ActAsync(app, "form", form => form.Submit());
        app.WaitForElement(".shell");
        Assert.Equal("anna", _browser.Storage.Values["name"]);
    }

    [Fact]
    public async Task What_is_written_goes_out_and_stands_at_the_end()
    {
        var app = await EnterAsync("ann");
        Assert.Equal("#lobby", await app.InvokeAsync(() => _browser.Box.Room));
        Assert.True(await WriteAsync(app, "hello 茶馆"));
        await _server.HeardAsync("PRIVMSG #lobby hello 茶馆");
        app.WaitForAssertion(() => Assert.Equal("hello 茶馆", app.FindAll(".text")[^1].TextContent));
    }

    [Fact]
    public async Task A_command_that_is_none_stays_in_the_box_and_is_said_to_be_wrong()
    {
        var app = await EnterAsync("ann");
        Assert.False(await WriteAsync(app, "/nonsense"));
        app.WaitForAssertion(() => Assert.Contains("/nonsense", app.Find(".trouble").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(_server.Lines, l => l.StartsWith("PRIVMSG", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_is_refused_says_why_and_stands_in_the_box_again()
    {
        var app = await EnterAsync("ann");
        Assert.True(await WriteAsync(app, "/kick Marta too loud"));
        await _server.HeardAsync("KICK #lobby Marta too loud");
        _server.Say(":irc.test 482 ann #lobby :You're not channel operator");
        app.WaitForAssertion(() => Assert.Equal("Marta: that did not work, you may not do that here.", app.Find(".trouble").TextContent));
        app.WaitForAssertion(() => Assert.Equal("/kick Marta too loud", _browser.Box.Restored));
    }

    [Fact]
    public async Task Commands_invite_and_are_listed()
    {
        var app = await EnterAsync("ann");
        Assert.True(await WriteAsync(app, "/invite bob"));
        await _server.HeardAsync("INVITE bob #lobby");
        _server.Say(":irc.test 341 ann bob #lobby");
        app.WaitForAssertion(() => Assert.Equal("bob was invited.", app.Find(".note.good span").TextContent));
        Assert.True(await WriteAsync(app, "/help"));
        app.WaitForAssertion(() => Assert.Contains("/kick name [reason]", app.FindAll("#commands dt").Select(d => d.TextContent)));
    }

    [Fact]
    public async Task Joining_opens_the_room_and_leaving_closes_it()
    {
        var app = await EnterAsync("ann");
        Assert.True(await WriteAsync(app, "/join tea"));
        app.WaitForAssertion(() => Assert.Contains("tea", app.Find("h1").TextContent, StringComparison.Ordinal));
        Assert.Equal("#lobby,#tea", _browser.Storage.Values["rooms"]);
        await ActAsync(app, ".room-menu", button => button.Click());
        await ActAsync(app, "dialog .out", button => button.Click());
        app.WaitForAssertion(() => Assert.Contains("lobby", app.Find("h1").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_click_on_a_person_opens_a_chat_and_the_keys_step_between_conversations()
    {
        var app = await EnterAsync("ann");
        app.WaitForElements(".person", 2);
        await ActAsync(app, "li:nth-child(2) > .person", person => person.Click());
        app.WaitForAssertion(() => Assert.Equal("Marta", app.Find("dialog h2").TextContent));
        await ActAsync(app, "dialog .acts .main", button => button.Click());
        app.WaitForAssertion(() => Assert.Equal("Marta", app.Find("h1").TextContent.Trim()));
        Assert.Empty(app.FindAll("aside"));
        _browser.Shortcuts.Press("next");
        app.WaitForAssertion(() => Assert.Contains("lobby", app.Find("h1").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_K_leads_to_a_room_that_is_not_there_yet()
    {
        var app = await EnterAsync("ann");
        _browser.Shortcuts.Press("jump");
        await ActAsync(app, "dialog input", box => box.Input("tea"));
        await ActAsync(app, "dialog form", form => form.Submit());
        app.WaitForAssertion(() => Assert.Contains("tea", app.Find("h1").TextContent, StringComparison.Ordinal));
        Assert.Empty(app.FindAll("dialog"));
    }

    [Fact]
    public async Task When_the_page_comes_back_it_finds_out_whether_the_connection_lives()
    {
        var app = await EnterAsync("ann");
        await _server.HeardAsync("JOIN #lobby");
        Assert.DoesNotContain("PING alive", _server.Lines);
        await app.InvokeAsync(_browser.Return.Come);
        await _server.HeardAsync("PING alive");
    }

    [Fact]
    public async Task An_owner_link_is_redeemed_once_and_leaves_the_address_bar()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("owner/secret-token");
        var app = await EnterAsync("ann");
        await _server.HeardAsync("OWNER secret-token");
        Assert.True(_browser.Page.IsPathForgotten);
        _server.Say("NOTE OWNER ACCEPTED :You own this server");
        app.WaitForAssertion(() => Assert.Equal("You are the owner of this server now.", app.Find(".note.good span").TextContent));
        Assert.Single(_server.Lines, l => l.StartsWith("OWNER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_stands_in_the_title_and_on_the_icon()
    {
        var app = await EnterAsync("ann");
        await app.InvokeAsync(() => _browser.Page.Look(false));
        _server.Say(":Marta!u@h PRIVMSG #lobby :hello");
        app.WaitForAssertion(() => Assert.Equal((0, true), _browser.Page.Badge));
        _server.Say(":Marta!u@h PRIVMSG #lobby :ann, tea?");
        app.WaitForAssertion(() => Assert.Equal((1, true), _browser.Page.Badge));
        app.WaitForAssertion(() => Assert.Equal("(1) #lobby · TeaNet", _browser.Page.Title));
    }

    [Fact]
    public async Task The_page_speaks_the_other_language_at_once()
    {
        var app = await EnterAsync("ann");
        await ActAsync(app, "button[aria-label=Settings]", button => button.Click());
        await ActAsync(app, "dialog input[name=language]", choice => choice.Change(true));
        app.WaitForAssertion(() => Assert.Equal("设置", app.Find("dialog h2").TextContent));
        Assert.Equal("发送", app.Find(".send").TextContent);
    }

    private async Task<IRenderedComponent<App>> EnterAsync(string name)
    {
        var app = Render<App>();
        await ActAsync(app, "#name", box => box.Input(name));
        await ActAsync(app, "form", form => form.Submit());
        app.WaitForElement(".shell");
        app.WaitForAssertion(() => Assert.NotEmpty(app.FindAll("h1")));
        return app;
    }

    /// <summary>On the page's thread: between finding and acting nothing is drawn.</summary>
    private static async Task ActAsync(IRenderedComponent<App> app, string selector, Action<IElement> act)
    {
        app.WaitForElement(selector);
        await app.InvokeAsync(() => act(app.Find(selector)));
    }

    private Task<bool> WriteAsync(IRenderedComponent<App> app, string text) => app.InvokeAsync(() => _browser.Box.Send(text));
}
