namespace Teahouse.Server.Configuration;

/// <summary>What is wrong, where, and what would be right.</summary>
/// <param name="Key">As it is written in the file: <c>[limits] topic_length</c>.</param>
internal sealed record ConfigurationError(SourceLocation Location, string Key, string Problem)
{
    public override string ToString() => Key.Length == 0 ? $"{Location}: {Problem}" : $"{Location}: {Key}: {Problem}";
}
