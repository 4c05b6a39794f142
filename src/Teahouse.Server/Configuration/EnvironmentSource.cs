using System.Collections;
using System.Globalization;

namespace Teahouse.Server.Configuration;

/// <summary>Reads overrides such as <c>TEAHOUSE__SERVER__NAME</c> and <c>TEAHOUSE__LISTEN__0__ADDRESS</c>.</summary>
internal static class EnvironmentSource
{
    private const string Prefix = "TEAHOUSE__";

    public static (IReadOnlyList<RawEntry> Entries, IReadOnlyList<ConfigurationError> Errors) Read(IDictionary variables)
    {
        var entries = new List<RawEntry>();
        var errors = new List<ConfigurationError>();
        var ours = variables.Keys.Cast<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var name in ours.Order(StringComparer.Ordinal))
        {
            var location = new SourceLocation(null, 0, name);
            var value = new RawValue.Variable((string?)variables[name] ?? "");
            switch (name[Prefix.Length..].ToLowerInvariant().Split("__"))
            {
                case [var section, var key]:
                    entries.Add(new(section, null, key, value) { Location = location });
                    break;
                case [var section, var number, var key] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                    entries.Add(new(section, index, key, value) { Location = location });
                    break;
                default:
                    errors.Add(new(location, "", "must be TEAHOUSE__SECTION__KEY, or TEAHOUSE__SECTION__NUMBER__KEY for listen, oper and webirc"));
                    break;
            }
        }

        return (entries, errors);
    }
}
