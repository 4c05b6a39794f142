using System.Collections.Immutable;

namespace Teahouse.Server.Configuration;

/// <summary>A section that is written once.</summary>
internal sealed record SingleSection(string Name, string Description, ImmutableArray<ConfigurationKey<TeahouseConfiguration>> Keys)
    : ConfigurationSection(Name, IsList: false, Description)
{
    public override IEnumerable<KeyRow> Rows
    {
        get
        {
            var defaults = new TeahouseConfiguration();
            return Keys.Select(key => new KeyRow(key.Name, key.KindName, key.Write(defaults), key.Description));
        }
    }

    public override IEnumerable<string> Different(TeahouseConfiguration one, TeahouseConfiguration other) =>
        Keys.Where(key => key.Write(one) != key.Write(other)).Select(key => $"{Title} {key.Name}");

    public override TeahouseConfiguration Bind(
        TeahouseConfiguration configuration, IReadOnlyList<RawEntry> entries, ICollection<ConfigurationError> errors) =>
        BindKeys(configuration, Keys, entries, errors);
}
