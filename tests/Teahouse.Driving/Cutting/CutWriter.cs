using System.Globalization;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;
using Teahouse.EndToEnd.Wires;

namespace Teahouse.EndToEnd.Cutting;

/// <summary>One of the two: a browser of their own, and a network of its own that breaks.</summary>
internal sealed class CutWriter : IAsyncDisposable
{
    private readonly string _name;
    private readonly Wire _wire;
    private readonly Chromium _browser;
    private readonly IBrowserContext _person;
    private readonly ChatPage _page;
    private readonly List<ShownMessage[]> _looks = [];

    private CutWriter(string name, Wire wire, Chromium browser, IBrowserContext person, ChatPage page) =>
        (_name, _wire, _browser, _person, _page) = (name, wire, browser, person, page);

    /// <summary>What was written, in order.</summary>
    public List<string> Written { get; } = [];

    /// <summary>How often the page was looked at.</summary>
    public int Looks => _looks.Count;

    public static async Task<CutWriter> EnterAsync(ServerFolder folder, string name, string language)
    {
        var wire = new Wire(folder.Http);
        var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync(language);
        var page = await ChatPage.OpenAsync(person, $"http://localhost:{wire.Port}/");
        await page.NameAsync(name);
        return new(name, wire, browser, person, page);
    }

    /// <summary>Writes one message after the other, whatever the network does.</summary>
    public async Task WriteAsync(TimeSpan pause, CancellationToken enough)
    {
        using var ticks = new PeriodicTimer(pause);
        try
        {
            while (await ticks.WaitForNextTickAsync(enough))
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{_name} · {Written.Count + 1} · 喝茶 tea");
                Written.Add(text);
                await _page.WriteAsync(text);
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    /// <param name="isSilent">Nobody is told that the connection is no more.</param>
    /// <param name="isNoticed">The browser knows that it has no network.</param>
    public async Task LoseAsync(bool isSilent, bool isNoticed)
    {
        if (isSilent) _wire.Silence();
        else _wire.Cut();
        if (isNoticed) await _person.SetOfflineAsync(true);
    }

    public async Task FindAsync()
    {
        _wire.Mend();
        await _person.SetOfflineAsync(false);
    }

    /// <summary>Remembers what the page shows just now.</summary>
    public async Task LookAsync() => _looks.Add(await ShownMessages.ReadAsync(_page));

    /// <summary>Waits until the page shows these, and nothing is under way.</summary>
    public async Task SettleAsync(IEnumerable<string> texts)
    {
        // Whoever found no server often waits long for the next look, unless the browser says that there is a network again.
        await _person.SetOfflineAsync(true);
        await _person.SetOfflineAsync(false);
        foreach (var text in texts) await _page.SeeAsync(text);
        await Assertions.Expect(_page.Page.Locator(".text.faded")).ToHaveCountAsync(0);
    }

    /// <summary>Has what the page shows now, from the end to the beginning, and what it showed at each look compared with the history.</summary>
    public async Task BeJudgedAsync(CutJudge judge)
    {
        judge.SawAll($"the page of {_name}", await ShownMessages.ReadWholeRoomAsync(_page));
        for (var i = 0; i < _looks.Count; i++) judge.SawSome(string.Create(CultureInfo.InvariantCulture, $"the page of {_name}, look {i + 1},"), _looks[i]);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _wire.DisposeAsync();
    }
}
