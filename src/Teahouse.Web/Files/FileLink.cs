using System.Text.RegularExpressions;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Files;

public enum FileKind { Other, Picture, Film, Sound }

/// <summary>A link in a message to a file of a Teahouse server; whether it is one of ours shows when it is opened.</summary>
/// <param name="Path">At this server, whatever name the link gives it: the same server has several.</param>
public sealed partial record FileLink(string Path, string Name, FileKind Kind)
{
    // Further ones stand as links.
    private const int MostShown = 8;

    /// <summary>False for nearly all texts, at nearly no cost.</summary>
    public static bool MayBeIn(string text) => text.Contains("/file/", StringComparison.Ordinal);

    public static IReadOnlyList<FileLink> In(string text)
    {
        if (!MayBeIn(text)) return [];
        List<FileLink> found = [];
        for (var at = 0; found.Count < MostShown && LinkFinder.Find(text, at) is { } link; at = link.Start + link.Length)
        {
            var path = new Uri(link.Address).AbsolutePath;
            if (Shape().Match(path) is not { Success: true } match || found.Exists(other => other.Path == path)) continue;
            var name = Uri.UnescapeDataString(match.Groups[1].Value);
            found.Add(new(path, Formatting.Plain(name), KindOf(name)));
        }
        return found;
    }

    /// <summary>The text is a link to a file and nothing else.</summary>
    public static bool IsAll(string text) =>
        MayBeIn(text) && LinkFinder.Find(text, 0) is { Start: 0 } link && link.Length == text.Length && In(text).Count == 1;

    private static FileKind KindOf(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" => FileKind.Picture,
        ".mp4" or ".webm" or ".ogv" => FileKind.Film,
        ".mp3" or ".ogg" or ".oga" or ".opus" or ".wav" or ".flac" or ".m4a" => FileKind.Sound,
        _ => FileKind.Other,
    };

    [GeneratedRegex(@"^/file/[A-Za-z0-9_-]{22}/([^/]+)$")]
    private static partial Regex Shape();
}
