using System.Globalization;
using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Web;

/// <summary>Where people find the web page. Addresses end without a slash; null: there is no such listener.</summary>
internal static class PageAddress
{
    /// <summary>For a browser on this machine.</summary>
    public static string? Here(IEnumerable<ListenerPlace> places) =>
        Find(places, tls: false, "localhost") ?? Find(places, tls: true, "localhost");

    /// <summary>For everybody: as a reverse proxy publishes it, else over HTTPS, else only here.</summary>
    public static string? Everywhere(TeahouseConfiguration configuration, IEnumerable<ListenerPlace> places, MachineNames names) =>
        configuration.Origins.FirstOrDefault() ?? Find(places, tls: true, names.LocalName) ?? Find(places, tls: false, "localhost");

    private static string? Find(IEnumerable<ListenerPlace> places, bool tls, string host) => places
        .Where(place => place.Options.WebSocket && place.Options.Tls == tls)
        .Select(place => string.Create(CultureInfo.InvariantCulture, $"{(tls ? "https" : "http")}://{host}:{place.Port}"))
        .FirstOrDefault();
}
