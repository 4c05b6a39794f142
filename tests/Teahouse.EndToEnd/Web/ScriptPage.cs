using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>An empty page at an address of its own, with the web client's scripts and nothing else; no server is behind it.</summary>
internal static class ScriptPage
{
    /// <summary>Where a browser allows everything.</summary>
    public const string Secure = "http://localhost:9";

    /// <summary>Where it allows less: plain http, not this machine's own name.</summary>
    public const string Insecure = "http://teahouse.test";

    public static async Task<IPage> OpenAsync(IBrowserContext person, string address)
    {
        await person.RouteAsync($"{address}/**", AnswerAsync);
        var page = await person.NewPageAsync();
        await page.GotoAsync($"{address}/");
        return page;
    }

    private static async Task AnswerAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/") await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><title>scripts</title>" });
        else await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Path = Path.Combine(ServerProgram.Root, "src", "Teahouse.Web", "wwwroot", path[1..]) });
    }
}
