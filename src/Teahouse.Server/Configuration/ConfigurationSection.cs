using System.Collections.Immutable;

namespace Teahouse.Server.Configuration;

/// <summary>A section of the file with its keys.</summary>
/// <param name="IsList">Written as <c>[[name]]</c>, any number of times.</param>
internal abstract record ConfigurationSection(string Name, bool IsList, string Description)
{
    public string Title => IsList ? $"[[{Name}]]" : $"[{Name}]";

    public abstract IEnumerable<KeyRow> Rows { get; }

    /// <summary>Puts the entries (all of this section, in order) into the configuration; what cannot be is added to the errors.</summary>
    public abstract TeahouseConfiguration Bind(
        TeahouseConfiguration configuration, IReadOnlyList<RawEntry> entries, ICollection<ConfigurationError> errors);

    /// <summary>What the two say differently: keys, or the title of a section that is written many times.</summary>
    public abstract IEnumerable<string> Different(TeahouseConfiguration one, TeahouseConfiguration other);

    protected TTarget BindKeys<TTarget>(
        TTarget target, ImmutableArray<ConfigurationKey<TTarget>> keys, IEnumerable<RawEntry> entries, ICollection<ConfigurationError> errors)
        where TTarget : class
    {
        foreach (var entry in entries)
        {
            if (entry.Value is null) continue;
            var key = keys.FirstOrDefault(key => key.Name == entry.Key);
            if (key is null)
            {
                var near = NearestName.Find(entry.Key, keys.Select(key => key.Name));
                var advice = near is null ? $"{Title} knows: {string.Join(", ", keys.Select(key => key.Name))}" : $"did you mean \"{near}\"?";
                errors.Add(new(entry.Location, $"{Title} {entry.Key}", $"unknown key; {advice}"));
            }
            else if (key.Apply(target, entry.Value) is { } changed)
            {
                target = changed;
            }
            else
            {
                errors.Add(new(entry.Location, $"{Title} {entry.Key}", $"must be {key.Expected}" + (key.Secret ? "" : $", not {entry.Value.Shown}")));
            }
        }

        return target;
    }
}

/// <summary>A key as the documentation shows it.</summary>
/// <param name="Default">As TOML.</param>
internal sealed record KeyRow(string Name, string Kind, string Default, string Description);
