using System.Collections.Immutable;
using Teahouse.Core.Hosting;

namespace Teahouse.Server.Configuration;

/// <summary>What of a configuration that was read again can be had at once.</summary>
internal static class ConfigurationChange
{
    /// <summary>Names the keys, and hands the engine what it can take on.</summary>
    /// <param name="running">What the server was started with.</param>
    /// <param name="present">What the engine has now.</param>
    /// <param name="adopt">Called with the new options, unless the configuration cannot be used.</param>
    public static RehashResult Apply(TeahouseConfiguration running, ServerOptions present, Action<ServerOptions> adopt)
    {
        TeahouseConfiguration next;
        try
        {
            if (running.Source is null) return new(running.File, ["This server was not started from a configuration that can be read again"], [], []);
            next = running.Source();
        }
        catch (ConfigurationException error)
        {
            return new(running.File, error.Problems, [], []);
        }

        var before = running with { Engine = present };
        var after = running with { Engine = present.Effective(next.Engine) };
        adopt(next.Engine);
        return new(running.File, [], Different(before, after), Different(after, next));
    }

    private static ImmutableArray<string> Different(TeahouseConfiguration one, TeahouseConfiguration other) =>
        [.. ConfigurationTable.Sections.SelectMany(section => section.Different(one, other))];
}
