using System.Globalization;
using System.Text.RegularExpressions;

namespace Teahouse.Web.Tests;

/// <summary>Text is readable on what lies behind it: WCAG 2.2 AA, in both themes.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, string[]> Tokens = Read();

    [Theory]
    [InlineData("ink", "paper card side hover tea-wash")]
    [InlineData("soft", "paper card side hover line tea-wash")]
    [InlineData("faint", "paper card side hover")]
    [InlineData("tea-ink", "tea")]
    [InlineData("tea-text", "paper card tea-wash hover")]
    [InlineData("amber-text", "amber-wash card")]
    [InlineData("red", "paper card hover red-wash")]
    public void A_text_colour_reaches_four_and_a_half_on_each_of_its_grounds(string text, string grounds) =>
        AssertContrast(text, grounds, 4.5);

    [Theory]
    [InlineData("on", "side")]
    [InlineData("amber", "side")]
    [InlineData("edge", "side card")]
    [InlineData("tea", "paper card side")]
    public void A_sign_reaches_three_on_each_of_its_grounds(string sign, string grounds) => AssertContrast(sign, grounds, 3);

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    [InlineData(6), InlineData(7), InlineData(8), InlineData(9), InlineData(10), InlineData(11)]
    public void White_is_readable_on_every_avatar(int hue) =>
        Assert.True(Ratio("#ffffff", Tokens[$"hue-{hue}"][0]) >= 4.5, $"{Ratio("#ffffff", Tokens[$"hue-{hue}"][0]):0.00}");

    [Theory]
    [InlineData("red"), InlineData("orange"), InlineData("yellow"), InlineData("lime"), InlineData("green"), InlineData("teal")]
    [InlineData("cyan"), InlineData("azure"), InlineData("blue"), InlineData("purple"), InlineData("magenta"), InlineData("pink")]
    public void What_others_colour_is_readable_on_every_ground_of_a_message(string hue) => AssertContrast($"hue-{hue}", "paper card hover tea-wash", 4.5);

    private static void AssertContrast(string text, string grounds, double least)
    {
        foreach (var ground in grounds.Split(' '))
            for (var theme = 0; theme < 2; theme++)
            {
                var ratio = Ratio(Tokens[text][theme], Tokens[ground][theme]);
                Assert.True(ratio >= least, $"{text} on {ground}, theme {theme}: {ratio:0.00}");
            }
    }

    private static double Ratio(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var channels = Enumerable.Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }

    private static Dictionary<string, string[]> Read()
    {
        var sheet = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "css", "tokens.css"));
        return Token().Matches(sheet).ToDictionary(
            m => m.Groups[1].Value,
            m => m.Groups[3].Success ? [m.Groups[2].Value, m.Groups[3].Value] : new[] { m.Groups[2].Value, m.Groups[2].Value });
    }

    [GeneratedRegex(@"--([a-z0-9-]+):\s*(?:light-dark\()?(#[0-9a-f]{6})(?:,\s*(#[0-9a-f]{6})\))?;")]
    private static partial Regex Token();
}
