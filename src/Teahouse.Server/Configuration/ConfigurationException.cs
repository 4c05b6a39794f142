using System.Collections.Immutable;

namespace Teahouse.Server.Configuration;

/// <summary>The configuration cannot be used.</summary>
/// <param name="problems">One sentence each: file, line, key, and what would be right.</param>
internal sealed class ConfigurationException(IEnumerable<string> problems) : Exception("the configuration cannot be used")
{
    public ImmutableArray<string> Problems { get; } = [.. problems];
}
