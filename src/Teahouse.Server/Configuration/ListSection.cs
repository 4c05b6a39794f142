using System.Collections.Immutable;

namespace Teahouse.Server.Configuration;

/// <summary>A section that is written once for each of its things.</summary>
/// <param name="Check">What is wrong with a finished one: the key and the problem; null if nothing is.</param>
internal sealed record ListSection<TItem>(
    string Name, string Description, ImmutableArray<ConfigurationKey<TItem>> Keys, TItem Template,
    Func<TItem, TeahouseConfiguration, (string Key, string Problem)?> Check,
    Func<TeahouseConfiguration, ImmutableArray<TItem>> Get,
    Func<TeahouseConfiguration, ImmutableArray<TItem>, TeahouseConfiguration> Set)
    : ConfigurationSection(Name, IsList: true, Description)
    where TItem : class
{
    public override IEnumerable<KeyRow> Rows =>
        Keys.Select(key => new KeyRow(key.Name, key.KindName, key.Write(Template), key.Description));

    public override IEnumerable<string> Different(TeahouseConfiguration one, TeahouseConfiguration other) =>
        Write(one).SequenceEqual(Write(other)) ? [] : [Title];

    public override TeahouseConfiguration Bind(
        TeahouseConfiguration configuration, IReadOnlyList<RawEntry> entries, ICollection<ConfigurationError> errors)
    {
        var items = ImmutableArray.CreateBuilder<TItem>();
        foreach (var group in entries.GroupBy(entry => entry.Index).OrderBy(group => group.Key))
        {
            var before = errors.Count;
            var item = BindKeys(Template, Keys, group, errors);
            if (errors.Count == before && Check(item, configuration) is var (key, problem))
            {
                var place = group.LastOrDefault(entry => entry.Key == key) ?? group.First();
                errors.Add(new(place.Location, $"{Title} {key}", problem));
            }

            items.Add(item);
        }

        return Set(configuration, items.ToImmutable());
    }

    private IEnumerable<string> Write(TeahouseConfiguration configuration) => Get(configuration).SelectMany(item => Keys.Select(key => key.Write(item)));
}
