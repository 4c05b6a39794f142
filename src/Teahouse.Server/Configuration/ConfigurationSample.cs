using System.Text;

namespace Teahouse.Server.Configuration;

/// <summary>Writes a configuration file that changes nothing: every key with its default, as a comment.</summary>
internal static class ConfigurationSample
{
    private const int Width = 110;

    public static string Write()
    {
        var sample = new StringBuilder();
        Comment(sample, "Teahouse's configuration. Every key may be left out; those below stand at their defaults.");
        Comment(sample, "The environment overrides it: TEAHOUSE__SERVER__NAME, TEAHOUSE__LISTEN__0__ADDRESS.");
        foreach (var section in ConfigurationTable.Sections)
        {
            sample.Append('\n');
            Comment(sample, section.Description);
            sample.Append(section.IsList ? "#" : "").Append(section.Title).Append('\n');
            foreach (var row in section.Rows)
            {
                Comment(sample, row.Description + (row.Kind is "text" or "true/false" or "list" ? "" : $" ({row.Kind})"));
                sample.Append('#').Append(row.Name).Append(" = ").Append(row.Default).Append('\n');
            }
        }

        return sample.ToString();
    }

    private static void Comment(StringBuilder sample, string text)
    {
        var line = "#";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                sample.Append(line).Append('\n');
                line = "#";
            }

            line += ' ' + word;
        }

        sample.Append(line).Append('\n');
    }
}
