namespace Teahouse.Server.Configuration;

/// <summary>Where a value was written, for people.</summary>
/// <param name="File">The file as it was named on the command line, or null for the environment.</param>
/// <param name="Line">From 1.</param>
internal readonly record struct SourceLocation(string? File, int Line, string Variable = "")
{
    public override string ToString() =>
        File is null ? $"environment variable {Variable}" : FormattableString.Invariant($"{File}, line {Line}");
}
