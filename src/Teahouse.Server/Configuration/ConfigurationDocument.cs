using System.Text;

namespace Teahouse.Server.Configuration;

/// <summary>Writes the tables of docs/operating.md.</summary>
internal static class ConfigurationDocument
{
    public static string Write()
    {
        var page = new StringBuilder();
        foreach (var section in ConfigurationTable.Sections)
        {
            page.Append("### `").Append(section.Title).Append("`\n\n").Append(section.Description).Append("\n\n");
            page.Append("| key | value | default | |\n| --- | --- | --- | --- |\n");
            foreach (var row in section.Rows)
                page.Append("| `").Append(row.Name).Append("` | ").Append(row.Kind).Append(" | `").Append(row.Default).Append("` | ").Append(row.Description).Append(" |\n");
            page.Append('\n');
        }

        return page.ToString().TrimEnd() + '\n';
    }
}
