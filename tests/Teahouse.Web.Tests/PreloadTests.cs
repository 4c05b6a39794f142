using System.Text.RegularExpressions;

namespace Teahouse.Web.Tests;

/// <summary>The page's modules come with the page: each that has to be asked for later is a way to the server and back before one can type.</summary>
public sealed partial class PreloadTests
{
    // These run before the first paint.
    private static readonly string[] Others = ["boot.js", "version.js"];

    [Fact]
    public void Every_module_is_loaded_with_the_page_and_none_that_is_not_there()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var preloaded = Modules().Matches(File.ReadAllText(Path.Combine(root, "index.html"))).Select(link => link.Groups[1].Value);
        var there = Directory.EnumerateFiles(Path.Combine(root, "js")).Select(file => Path.GetFileName(file)).Except(Others);
        Assert.Equal(there.Order(StringComparer.Ordinal), preloaded.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""<link rel="modulepreload" href="js/([^"]+)">""")]
    private static partial Regex Modules();
}
