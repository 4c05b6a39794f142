using Microsoft.Playwright;

namespace Teahouse.EndToEnd.Web;

/// <summary>A real browser without a screen; ended with the test.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Quiet }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>One person's browser: what it keeps, no other has.</summary>
    public Task<IBrowserContext> PersonAsync(string language = "zh-CN") => PersonAsync(new BrowserNewContextOptions { Locale = language });

    /// <inheritdoc cref="PersonAsync(string)"/>
    /// <remarks>The page is not kept for a start without a network unless that is asked for: it would be fetched twice for each person.</remarks>
    public async Task<IBrowserContext> PersonAsync(BrowserNewContextOptions options)
    {
        options.ServiceWorkers ??= ServiceWorkerPolicy.Block;
        var person = await _browser.NewContextAsync(options);
        person.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        return person;
    }

    /// <summary>The ids of the processes that draw pages.</summary>
    public async Task<int[]> RenderersAsync()
    {
        var session = await _browser.NewBrowserCDPSessionAsync();
        var answer = await session.SendAsync("SystemInfo.getProcessInfo") ?? throw new InvalidOperationException("The browser names no processes.");
        await session.DetachAsync();
        return [.. answer.GetProperty("processInfo").EnumerateArray().Where(process => process.GetProperty("type").GetString() == "renderer").Select(process => process.GetProperty("id").GetInt32())];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
