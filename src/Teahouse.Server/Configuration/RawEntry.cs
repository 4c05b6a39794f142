namespace Teahouse.Server.Configuration;

/// <summary>One value somebody wrote, with the place it is meant for.</summary>
/// <param name="Section">Empty for a key outside any section.</param>
/// <param name="Index">Which of the sections of that name, from 0; null for a section that is written once: <c>[server]</c>.</param>
/// <param name="Key">Empty for the section itself: it is there, though nothing may be in it.</param>
/// <param name="Value">Null for the section itself.</param>
internal sealed record RawEntry(string Section, int? Index, string Key, RawValue? Value)
{
    public required SourceLocation Location { get; init; }
}
