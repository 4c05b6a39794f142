using System.Xml.Linq;

namespace Teahouse.Protocol.Tests;

/// <summary>Holds the rule which project may reference which (docs/architecture.md).</summary>
public sealed class LayoutTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Teahouse.Protocol"] = [],
        ["Teahouse.Core"] = ["Teahouse.Protocol"],
        ["Teahouse.Storage"] = ["Teahouse.Core", "Teahouse.Protocol"],
        ["Teahouse.Cluster"] = ["Teahouse.Core", "Teahouse.Protocol"],
        ["Teahouse.Client"] = ["Teahouse.Protocol"],
        ["Teahouse.Check"] = ["Teahouse.Protocol"],
        ["Teahouse.Client.Sqlite"] = ["Teahouse.Client"],
        ["Teahouse.Web"] = ["Teahouse.Client", "Teahouse.Protocol"],
        ["Teahouse.Terminal"] = ["Teahouse.Client", "Teahouse.Client.Sqlite", "Teahouse.Protocol"],
        ["Teahouse.Server"] = ["Teahouse.Core", "Teahouse.Storage", "Teahouse.Cluster", "Teahouse.Protocol", "Teahouse.Web", "Teahouse.Check"],
    };

    [Fact]
    public void A_project_references_only_what_the_layout_allows()
    {
        var projects = Directory.GetFiles(Path.Combine(RepositoryRoot(), "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.True(Allowed.ContainsKey(name), $"{name} is not in the layout");
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
            Assert.Empty(references.Except(Allowed[name]).Select(r => $"{name} -> {r}"));
        }
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Teahouse.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
