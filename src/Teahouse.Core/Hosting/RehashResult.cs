using System.Collections.Immutable;

namespace Teahouse.Core.Hosting;

/// <summary>What became of a configuration that was read again.</summary>
/// <param name="File">Its name.</param>
/// <param name="Problems">Why nothing was changed, one sentence each; empty: it was.</param>
/// <param name="Applied">Keys that have a new value now.</param>
/// <param name="Later">Keys that get theirs by the next start.</param>
public sealed record RehashResult(string File, ImmutableArray<string> Problems, ImmutableArray<string> Applied, ImmutableArray<string> Later);
