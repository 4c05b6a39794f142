using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Comfortable or compact, as the reader likes.</summary>
public sealed class DensityTests
{
    [Fact]
    public async Task The_compact_view_puts_name_and_words_in_one_line_and_is_there_again_after_a_reload()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await page.WriteAsync("first words");
        await page.SeeStoredAsync("first words");
        var line = page.Messages("first words");
        var comfortable = await HeightAsync(line);
        Assert.True(await TopAsync(line.Locator(".text")) >= await TopAsync(line.Locator(".who")) + 10);

        await page.ClickAsync("Settings");
        await page.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Compact" }).CheckAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-density", "compact");
        var compact = await HeightAsync(line);
        Assert.True(compact < comfortable * 0.7, $"{compact} of {comfortable}");
        Assert.True(await TopAsync(line.Locator(".text")) < await TopAsync(line.Locator(".who")) + 10);

        await page.Page.ReloadAsync();
        await page.SeeAsync("first words");
        Assert.Equal(compact, await HeightAsync(page.Messages("first words")), 1.0);
    }

    private static async Task<double> HeightAsync(ILocator element) => (await element.BoundingBoxAsync())!.Height;

    private static async Task<double> TopAsync(ILocator element) => (await element.BoundingBoxAsync())!.Y;
}
