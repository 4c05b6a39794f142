using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web.Views;

/// <summary>
/// Every view, light and dark: nothing that axe-core knows keeps anybody out of it. With <c>TEAHOUSE_WRITE_IMAGES=1</c> in the environment the
/// pictures of the main ones are written into <c>docs/images</c>; with a folder in <c>TEAHOUSE_LOOK</c>, those of all views are written there.
/// </summary>
public sealed class ViewTests
{
    // What it would say of the page as a whole, and what depends on the browser's own drawing, is left to people.
    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
          return found.violations.map((rule) => `${rule.id} at ${rule.nodes.map((node) => `${node.target.join(" ")} [${node.any.concat(node.all).map((check) => check.message).join("; ")}]`).slice(0, 4).join(", ")}`);
        }
        """;

    private static readonly string Axe = File.ReadAllText(Path.Combine(ServerProgram.Root, "tests", "Teahouse.EndToEnd", "Web", "axe", "node_modules", "axe-core", "axe.min.js"));

    private static bool WritesImages => Environment.GetEnvironmentVariable("TEAHOUSE_WRITE_IMAGES") == "1";

    private static string? LookFolder => Environment.GetEnvironmentVariable("TEAHOUSE_LOOK");

    public static TheoryData<string, int, int> Readers()
    {
        var readers = new TheoryData<string, int, int> { { "zh-CN", 1280, 800 }, { "en", 390, 844 } };
        if (WritesImages)
        {
            readers.Add("en", 1280, 800);
            readers.Add("zh-CN", 390, 844);
        }
        return readers;
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task No_view_keeps_anybody_out_in_light_and_in_dark(string language, int width, int height)
    {
        await using var stage = await Stage.BuildAsync(language, width, height);
        var found = new List<string>();
        await stage.Page.Page.Locator("#name").FillAsync("林一");
        await LookAsync("welcome", isMain: true);
        await stage.Page.Page.Locator(".have").Last.ClickAsync();
        await LookAsync("link", isMain: false);
        await stage.Page.Page.Locator("button[type=submit]").ClickAsync();
        await stage.Page.Page.Locator("output.code").WaitForAsync();
        await LookAsync("link-code", isMain: false);
        await stage.Page.Page.Locator(".have").ClickAsync();
        await stage.Page.Page.Locator("#name").FillAsync("林一");
        await stage.Page.Page.Locator(".have").First.ClickAsync();
        await stage.Page.Page.Locator(".have").First.ClickAsync();
        await stage.Page.Page.Locator("#recover-code").WaitForAsync();
        await LookAsync("recover", isMain: false);
        await stage.Page.Page.Locator(".have").ClickAsync();
        await stage.Page.Page.Locator(".have").Nth(1).ClickAsync();
        await stage.PlayAsync();
        foreach (var view in View.All)
        {
            await view.OpenAsync(stage);
            await LookAsync(view.Name, view.IsMain);
            await view.CloseAsync(stage);
        }
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));

        async Task LookAsync(string name, bool isMain)
        {
            var page = stage.Page.Page;
            // What it points at would show its tools.
            if (isMain && WritesImages) await page.Mouse.MoveAsync(0, 0);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.EvaluateAsync(Axe);
                found.AddRange((await page.EvaluateAsync<string[]>(Run)).Select(v => $"{name}, {scheme}: {v}"));
                if (WritesImages && isMain) await page.ScreenshotAsync(new() { Path = PictureOf(Path.Combine(ServerProgram.Root, "docs", "images"), name, scheme) });
                if (LookFolder is { } folder) await page.ScreenshotAsync(new() { Path = PictureOf(folder, name, scheme) });
            }
        }

        string PictureOf(string folder, string name, ColorScheme scheme) => Path.Combine(
            folder, $"{name}-{language[..2]}-{scheme.ToString().ToLowerInvariant()}{(width < 640 ? "-phone" : "")}.png");
    }
}
