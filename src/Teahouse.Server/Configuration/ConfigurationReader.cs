using System.Collections;

namespace Teahouse.Server.Configuration;

/// <summary>Reads the configuration: defaults, then the file, then the environment.</summary>
internal static class ConfigurationReader
{
    /// <summary>The file that is read when none is named and it is there.</summary>
    public const string UsualFile = "teahouse.toml";

    /// <param name="file">As the person named it, or null for <see cref="UsualFile"/> if there is one.</param>
    /// <exception cref="ConfigurationException">With every error that was found.</exception>
    public static TeahouseConfiguration Load(string? file, IDictionary environment)
    {
        file ??= File.Exists(UsualFile) ? UsualFile : null;
        var named = file;
        return LoadOnce(file, environment) with { File = file ?? UsualFile, Source = () => Load(named, environment) };
    }

    private static TeahouseConfiguration LoadOnce(string? file, IDictionary environment)
    {
        if (file is null) return Read("", "", Environment.CurrentDirectory, environment);
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{file}: the configuration file cannot be read: {error.Message}"]);
        }

        return Read(text, file, Path.GetDirectoryName(Path.GetFullPath(file))!, environment);
    }

    /// <param name="baseFolder">What relative paths in it start from.</param>
    /// <exception cref="ConfigurationException">With every error that was found.</exception>
    public static TeahouseConfiguration Read(string toml, string file, string baseFolder, IDictionary environment)
    {
        var written = TomlSource.Read(toml, file);
        var overrides = EnvironmentSource.Read(environment);
        var errors = written.Errors.Concat(overrides.Errors).ToList();
        var entries = written.Entries.Concat(overrides.Entries).ToList();
        var configuration = new TeahouseConfiguration { BaseFolder = baseFolder };
        if (errors.Count == 0)
        {
            CheckSections(entries, errors);
            foreach (var section in ConfigurationTable.Sections)
            {
                var own = entries.Where(entry => entry.Section == section.Name && entry.Index.HasValue == section.IsList).ToList();
                configuration = section.Bind(configuration, own, errors);
            }
        }

        return errors.Count == 0 ? configuration : throw new ConfigurationException(errors.Select(error => error.ToString()));
    }

    private static void CheckSections(List<RawEntry> entries, List<ConfigurationError> errors)
    {
        // A misspelt section is said once, not once for each of its keys.
        foreach (var entry in entries.DistinctBy(entry => (entry.Section, entry.Index.HasValue, entry.Section.Length == 0 ? entry.Key : "")))
        {
            var section = ConfigurationTable.Sections.FirstOrDefault(section => section.Name == entry.Section);
            if (section is null)
                errors.Add(new(entry.Location, entry.Section.Length == 0 ? entry.Key : $"[{entry.Section}]", Advice(entry)));
            else if (section.IsList != entry.Index.HasValue)
                errors.Add(new(entry.Location, $"[{entry.Section}]", $"must be written {section.Title}"));
        }
    }

    private static string Advice(RawEntry entry)
    {
        if (entry.Section.Length == 0)
        {
            var homes = ConfigurationTable.Sections.Where(section => section.Rows.Any(row => row.Name == entry.Key)).Select(section => section.Title);
            return homes.FirstOrDefault() is { } home
                ? $"belongs into a section: put it below {home}"
                : "unknown key outside any section";
        }

        var names = ConfigurationTable.Sections.Select(section => section.Name);
        return NearestName.Find(entry.Section, names) is { } near
            ? $"unknown section; did you mean \"{near}\"?"
            : $"unknown section; there are: {string.Join(", ", names)}";
    }
}
