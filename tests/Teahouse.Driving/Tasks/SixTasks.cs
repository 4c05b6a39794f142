using Microsoft.Playwright;
using Teahouse.EndToEnd.Clocks;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;
using Teahouse.EndToEnd.Wires;

namespace Teahouse.EndToEnd.Tasks;

/// <summary>What a newcomer wants to do, done in a row by somebody who knows only what the page shows.</summary>
internal sealed class SixTasks
{
    private const string Old = "The teapot is in the blue cupboard, 茶壶在蓝色的柜子里";
    private const string Room = "#release-notes";

    // Who left two days ago, so that what was said a month ago is far behind what was said since.
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    private readonly List<TimedTask> _done = [];
    private readonly Stranger _stranger;
    private readonly IBrowserContext _browser;
    private readonly Wire _wire;
    private readonly IrcClient _ann;

    private SixTasks(Stranger stranger, IBrowserContext browser, Wire wire, IrcClient ann) => (_stranger, _browser, _wire, _ann) = (stranger, browser, wire, ann);

    /// <param name="pictures">The folder for the pictures of all steps.</param>
    public static async Task<IReadOnlyList<TimedTask>> RunAsync(Words words, string pictures)
    {
        Directory.CreateDirectory(pictures);
        using var folder = new ServerFolder();
        await SpeakBeforeAsync(folder, Month, [Old, "Thank you! 谢谢"]);
        await SpeakBeforeAsync(folder, TwoDays, Enumerable.Range(1, 400).Select(n => $"Cup number {n} · 第 {n} 杯茶"));
        await using var server = await ServerProcess.StartAsync(folder);
        await using var wire = new Wire(folder.Http);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags echo-message");
        await ann.JoinAsync("#lobby");
        await ann.JoinAsync(Room);
        await using var chromium = await Chromium.StartAsync();
        var browser = await chromium.PersonAsync(new BrowserNewContextOptions { Locale = words.Language, ViewportSize = new() { Width = 1280, Height = 800 }, TimezoneId = "Asia/Shanghai" });
        var tasks = new SixTasks(new(await browser.NewPageAsync(), words, pictures), browser, wire, ann);
        await tasks.JoinAsync();
        await tasks.ReplyAsync();
        await tasks.FindAsync();
        await tasks.MuteAsync();
        await tasks.UseSecondTabAsync();
        await tasks.RecoverAsync();
        return tasks._done;
    }

    private string Address => $"http://localhost:{_wire.Port}/";

    private async Task JoinAsync()
    {
        _stranger.Begin("1-join");
        await _stranger.Page.GotoAsync(Address);
        await _stranger.Page.GetByLabel(_stranger.Words.YourName).WaitForAsync();
        await _stranger.StepAsync("welcome");
        await _stranger.WriteAsync(_stranger.Words.YourName, "林一");
        await Assertions.Expect(_stranger.Button(_stranger.Words.Enter)).ToBeEnabledAsync();
        await _stranger.StepAsync("named");
        await _stranger.PressAsync(_stranger.Words.Enter);
        await _stranger.Heading("lobby").WaitForAsync();
        await _stranger.SeeAsync("400");
        await _stranger.StepAsync("inside");
        await _stranger.SayAsync("大家好, hello everybody 🍵");
        await _stranger.SeeStoredAsync("hello everybody");
        await _stranger.StepAsync("said");
        _done.Add(_stranger.End());
        await _ann.ExpectTextAsync("大家好, hello everybody 🍵");
    }

    private async Task ReplyAsync()
    {
        await _ann.SendAsync("PRIVMSG #lobby :林一, green or black? 绿茶还是红茶？");
        _stranger.Begin("2-reply");
        var asked = _stranger.Messages("green or black?");
        await asked.HoverAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = _stranger.Words.Reply, Exact = true }).WaitForAsync();
        await _stranger.StepAsync("pointed");
        await asked.GetByRole(AriaRole.Button, new() { Name = _stranger.Words.Reply, Exact = true }).ClickAsync();
        await _stranger.Page.GetByText(_stranger.Words.ReplyTo).WaitForAsync();
        await _stranger.StepAsync("replying");
        await _stranger.SayAsync("Green, please. 绿茶，谢谢！");
        await _stranger.SeeStoredAsync("Green, please.");
        await _stranger.Messages("Green, please.").GetByText("ann: 林一, green or black?").WaitForAsync();
        await _stranger.StepAsync("replied");
        _done.Add(_stranger.End());
    }

    private async Task FindAsync()
    {
        _stranger.Begin("3-find");
        await _stranger.PressAsync(_stranger.Words.FindMessages);
        await _stranger.Page.GetByRole(AriaRole.Searchbox, new() { Name = _stranger.Words.WordsToFind }).WaitForAsync();
        await _stranger.StepAsync("search");
        await _stranger.Page.GetByRole(AriaRole.Searchbox, new() { Name = _stranger.Words.WordsToFind }).FillAsync("茶壶");
        await _stranger.PressAsync(_stranger.Words.Find);
        await _stranger.Page.GetByText(_stranger.Words.OneFound).WaitForAsync();
        await _stranger.StepAsync("found");
        await _stranger.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button).Filter(new() { HasText = "茶壶" }).ClickAsync();
        await Assertions.Expect(_stranger.Messages("茶壶在蓝色的柜子里")).ToBeInViewportAsync();
        await _stranger.SeeAsync("Thank you! 谢谢");
        await _stranger.StepAsync("there");
        _done.Add(_stranger.End());
        await _stranger.PressAsync(_stranger.Words.Close);
    }

    private async Task MuteAsync()
    {
        _stranger.Begin("4-mute");
        await _stranger.PressAsync(_stranger.Words.BrowseRooms);
        await _stranger.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).Filter(new() { HasText = Room[1..] }).WaitForAsync();
        await _stranger.StepAsync("rooms");
        await _stranger.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).Filter(new() { HasText = Room[1..] }).ClickAsync();
        await _stranger.Heading(Room[1..]).WaitForAsync();
        await _stranger.Button(_stranger.Words.AboutRoom, isExact: false).ClickAsync();
        await _stranger.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = _stranger.Words.Mute }).WaitForAsync();
        await _stranger.StepAsync("room");
        await _stranger.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = _stranger.Words.Mute }).CheckAsync();
        await _stranger.StepAsync("chosen");
        await _stranger.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = _stranger.Words.Close, Exact = true }).ClickAsync();
        await _stranger.Row("lobby").ClickAsync();
        await _stranger.Heading("lobby").WaitForAsync();
        await Assertions.Expect(_stranger.Row(Room[1..])).ToContainTextAsync(_stranger.Words.Muted);
        await _stranger.StepAsync("muted");
        _done.Add(_stranger.End());
        // What is said there calls for nobody: by the time that what was said after it is here, nothing stands beside its name.
        await _ann.SendAsync($"PRIVMSG {Room} :0.1 is out\r\nPRIVMSG #lobby :Water is boiling. 水开了");
        await _stranger.SeeAsync("水开了");
        await Assertions.Expect(_stranger.Row(Room[1..])).Not.ToContainTextAsync("1");
    }

    private async Task UseSecondTabAsync()
    {
        _stranger.Begin("5-second-tab");
        var second = new Stranger(await _browser.NewPageAsync(), _stranger.Words, _stranger.Pictures);
        second.Begin("5-second-tab");
        await second.Page.GotoAsync(Address);
        await second.SeeAsync("Green, please.");
        await second.StepAsync("opened");
        await second.SayAsync("From my second tab 第二个标签页");
        await second.SeeStoredAsync("From my second tab");
        await second.StepAsync("said");
        await _stranger.Page.BringToFrontAsync();
        await _stranger.SeeAsync("From my second tab");
        await Assertions.Expect(_stranger.Messages("From my second tab")).ToHaveCountAsync(1);
        await _stranger.StepAsync("first-tab");
        _done.Add(_stranger.End() with { Steps = 3 });
        await second.Page.CloseAsync();
    }

    private async Task RecoverAsync()
    {
        _stranger.Begin("6-recover");
        _wire.Cut();
        await _stranger.Page.GetByText(_stranger.Words.Away).WaitForAsync();
        await _stranger.StepAsync("away");
        await _stranger.SayAsync("Written without a network 断网时写的");
        await _stranger.Messages("断网时写的").GetByText(_stranger.Words.Waiting).WaitForAsync();
        await _stranger.StepAsync("waiting");
        await _ann.SendAsync("PRIVMSG #lobby :Said meanwhile 这时候说的");
        await _ann.ExpectTextAsync("Said meanwhile 这时候说的");
        _wire.Mend();
        await _stranger.PressAsync(_stranger.Words.TryNow);
        await _stranger.SeeStoredAsync("断网时写的");
        await _stranger.SeeAsync("这时候说的");
        await Assertions.Expect(_stranger.Page.GetByText(_stranger.Words.Away)).ToHaveCountAsync(0);
        await _stranger.StepAsync("back");
        _done.Add(_stranger.End());
        await _ann.ExpectTextAsync("Written without a network 断网时写的");
    }

    private static async Task SpeakBeforeAsync(ServerFolder folder, TimeSpan ago, IEnumerable<string> texts)
    {
        const int AtOnce = 50;
        using var calendar = new SlowCalendar(ago);
        await using var server = await ServerProcess.StartAsync(folder, calendar.Wrapper);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        foreach (var lines in texts.Select(text => $"PRIVMSG #lobby :{text}").Chunk(AtOnce))
        {
            await ann.SendAsync(string.Join("\r\n", lines));
            await ann.SettleAsync();
        }
        await server.StopAsync();
    }
}
