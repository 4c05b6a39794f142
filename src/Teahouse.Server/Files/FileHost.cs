using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Listeners;
using Teahouse.Server.Web;

namespace Teahouse.Server.Files;

/// <summary>Where a client uploads: never in plain text what came encrypted.</summary>
internal sealed class FileHost(TeahouseConfiguration configuration, ListenerSet listeners, MachineNames names)
{
    private readonly string? _page = PageAddress.Everywhere(configuration, listeners.Places, names);

    /// <summary>For a client of raw IRC; null: nowhere.</summary>
    public string? For(bool secure) => _page is null || (secure && !_page.StartsWith("https:", StringComparison.Ordinal)) ? null : _page + FileUploads.Path;

    /// <summary>The address of the page for everybody.</summary>
    public string PublicOf(HttpRequest request) =>
        request.Host.Host == "localhost" && _page is not null ? _page : $"{request.Scheme}://{request.Host}";

    /// <summary>For a page, under the name by which it came.</summary>
    public static string For(HttpRequest request) => $"{request.Scheme}://{request.Host}{FileUploads.Path}";
}
