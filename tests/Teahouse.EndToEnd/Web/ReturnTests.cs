using Microsoft.Playwright;

namespace Teahouse.EndToEnd.Web;

/// <summary>What tells the page that it has been away: then it asks at once whether its connection still lives.</summary>
public sealed class ReturnTests
{
    [Theory]
    [InlineData("document.dispatchEvent(new Event('visibilitychange'))", 1)]
    [InlineData("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))", 1)]
    [InlineData("window.dispatchEvent(new Event('online'))", 1)]
    // Drawn for the first time it has not been away.
    [InlineData("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))", 0)]
    [InlineData("window.dispatchEvent(new Event('offline'))", 0)]
    public async Task A_page_that_comes_back_to_sight_out_of_the_cache_or_to_a_network_is_told(string happens, int told)
    {
        await using var browser = await Chromium.StartAsync();
        var page = await ScriptPage.OpenAsync(await browser.PersonAsync(), ScriptPage.Secure);

        var count = await page.EvaluateAsync<int>($$"""
            async () => {
              let told = 0;
              (await import("/js/return.js")).onReturn(() => told++);
              {{happens}};
              return told;
            }
            """);

        Assert.Equal(told, count);
    }
}
