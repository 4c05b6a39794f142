using System.Collections.Immutable;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class WebSection
{
    private static readonly ListKind<string> Origins = new("origins such as \"https://chat.example.org\"", ToOrigin, text => text);

    public static readonly SingleSection Section = new("web", "The web page.",
    [
        new ConfigurationKey<TeahouseConfiguration, ImmutableArray<string>>(
            "origins", Origins, c => c.Origins, (c, v) => c with { Origins = v },
            "Web pages from elsewhere that may connect, and names under which a reverse proxy publishes this server."),
        new ConfigurationKey<TeahouseConfiguration, string>(
            "files", TextKind.Any, c => c.WebFiles, (c, v) => c with { WebFiles = v },
            "The folder of the web client's files. Empty: the one that comes with the program."),
    ]);

    /// <summary>As a browser writes it in <c>Origin</c>: scheme, host and a port that is not the usual one; null if it is none.</summary>
    private static string? ToOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
