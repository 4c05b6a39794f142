using System.Globalization;

namespace Teahouse.EndToEnd.Servers;

/// <summary>A temporary folder with one server's configuration and data; it is there as long as the test.</summary>
internal sealed class ServerFolder : IDisposable
{
    private readonly Dictionary<string, Dictionary<string, string>> _settings;

    public ServerFolder()
    {
        // Short: it holds sockets, whose paths are short.
        Path = Directory.CreateTempSubdirectory("th-").FullName;
        var ports = FreePorts.Take(4);
        (Irc, Ircs, Http, Https) = (ports[0], ports[1], ports[2], ports[3]);
        _settings = new()
        {
            ["server"] = new() { ["data"] = "\"data\"" },
            // All test clients have one address, and write fast.
            ["limits"] = new()
            {
                ["connections_per_address"] = "0",
                ["connection_rate"] = "0",
                ["messages_per_second"] = "0",
                ["registrations_per_hour"] = "0",
                ["failed_logins_per_minute"] = "0",
            },
            ["accounts"] = new() { ["password_iterations"] = "4096" },
        };
    }

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public string ConfigurationFile => System.IO.Path.Combine(Path, "teahouse.toml");

    public int Irc { get; }

    public int Ircs { get; }

    public int Http { get; }

    public int Https { get; }

    /// <summary>What follows the listeners in the configuration, as it is.</summary>
    public string More { get; set; } = "";

    public void Set(string section, string key, string value)
    {
        if (!_settings.TryGetValue(section, out var keys)) _settings[section] = keys = [];
        keys[key] = value;
    }

    public void Set(string section, string key, int value) => Set(section, key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes the configuration as it now stands.</summary>
    public void Write()
    {
        var sections = _settings.Select(section => $"[{section.Key}]\n" + string.Concat(section.Value.Select(pair => $"{pair.Key} = {pair.Value}\n")));
        var listeners = $"""
            [[listen]]
            address = "localhost:{Irc}"
            [[listen]]
            address = "localhost:{Ircs}"
            tls = true
            [[listen]]
            address = "localhost:{Http}"
            websocket = true
            [[listen]]
            address = "localhost:{Https}"
            tls = true
            websocket = true

            """;
        File.WriteAllText(ConfigurationFile, string.Concat(sections) + listeners + More);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The test removed it.
        }
    }
}
