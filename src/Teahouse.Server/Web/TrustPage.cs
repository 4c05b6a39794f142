using System.Text;
using Teahouse.Server.Certificates;

namespace Teahouse.Server.Web;

/// <summary><c>/trust</c>: how a device is told to trust the server's own authority, and its certificate to do so.</summary>
/// <param name="authority">Null if the operator has certificates of another.</param>
internal sealed class TrustPage(LocalAuthority? authority)
{
    private readonly Lazy<byte[]> _page = new(() =>
        Encoding.UTF8.GetBytes(Resource("trust.html").Replace("{{fingerprint}}", authority?.Fingerprint, StringComparison.Ordinal)));

    public Task ServeAsync(HttpContext context) =>
        authority is null ? NotFoundAsync(context) : SendAsync(context, "text/html; charset=utf-8", _page.Value);

    public static Task ServeStyleAsync(HttpContext context) =>
        SendAsync(context, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Resource("trust.css")));

    public Task ServeAuthorityAsync(HttpContext context)
    {
        if (authority is null) return NotFoundAsync(context);
        context.Response.Headers.ContentDisposition = "attachment; filename=\"teahouse-ca.crt\"";
        // Apple's and Android's systems install DER by this type; every other takes it too.
        return SendAsync(context, "application/x-x509-ca-cert", authority.CertificateDer);
    }

    /// <summary>The same for IRC clients, which want PEM.</summary>
    public Task ServePemAsync(HttpContext context)
    {
        if (authority is null) return NotFoundAsync(context);
        context.Response.Headers.ContentDisposition = "attachment; filename=\"teahouse-ca.pem\"";
        return SendAsync(context, "application/x-pem-file", Encoding.ASCII.GetBytes(authority.CertificatePem + "\n"));
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("This server's certificate is not of its own making: there is nothing to install.");
    }

    private static async Task SendAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-cache";
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>A page's text, which is part of the program.</summary>
    public static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(TrustPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
