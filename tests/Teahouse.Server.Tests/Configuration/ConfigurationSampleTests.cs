using Teahouse.Server.Configuration;

namespace Teahouse.Server.Tests.Configuration;

public sealed class ConfigurationSampleTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public void The_sample_changes_nothing()
    {
        var configuration = ConfigurationReader.Read(ConfigurationSample.Write(), "sample.toml", "/", NoVariables);

        Assert.Equal(Rows(ConfigurationReader.Read("", "", "/", NoVariables)), Rows(configuration));
    }

    [Fact]
    public void Its_keys_are_accepted_with_the_values_they_show()
    {
        var lines = ConfigurationSample.Write().Split('\n')
            .TakeWhile(line => line != "#[[oper]]")
            .Where(line => !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.TrimStart('#'))
            .Select(line => line.StartsWith("address", StringComparison.Ordinal) ? "address = \"localhost:6667\"" : line);

        var configuration = ConfigurationReader.Read(string.Join('\n', lines), "sample.toml", "/", NoVariables);

        Assert.Equal(Rows(ConfigurationReader.Read("", "", "/", NoVariables)), Rows(configuration));
        Assert.Single(configuration.Listeners);
    }

    [Fact]
    public void Every_key_is_in_it_with_its_description()
    {
        var sample = ConfigurationSample.Write();
        var flat = string.Join(' ', sample.Split('\n').Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line));

        foreach (var row in ConfigurationTable.Sections.SelectMany(section => section.Rows))
        {
            Assert.Contains($"\n#{row.Name} = {row.Default}\n", sample, StringComparison.Ordinal);
            Assert.Contains(row.Description, flat, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_for_operators_shows_the_same_table()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Teahouse.slnx"))) folder = Path.GetDirectoryName(folder)!;
        var file = Path.Combine(folder, "docs", "operating.md");
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        // TEAHOUSE_WRITE_DOCS=1 writes the table anew: it is the page's last part.
        if (Environment.GetEnvironmentVariable("TEAHOUSE_WRITE_DOCS") == "1")
            File.WriteAllText(file, page = page[..page.IndexOf("### `[server]`", StringComparison.Ordinal)] + ConfigurationDocument.Write());

        Assert.EndsWith(ConfigurationDocument.Write(), page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(TeahouseConfiguration configuration) =>
        ConfigurationTable.Sections.OfType<SingleSection>().SelectMany(section => section.Keys.Select(key => $"{section.Name}.{key.Name} = {key.Write(configuration)}"));
}
