using System.Globalization;
using Microsoft.Net.Http.Headers;
using Teahouse.Core.Files;

namespace Teahouse.Server.Files;

/// <summary>
/// <c>GET /file/&lt;key&gt;/&lt;name&gt;</c>, by ranges too. Whatever it is, no script in it runs, and only pictures, sounds and films are shown in place.
/// With <c>?small</c>: the picture that stands for it, if there is one.
/// </summary>
internal sealed class FileDownloads(FileShelf shelf, FileLogin login)
{
    // What a browser's own pages for pictures and films need, and nothing more.
    private const string Policy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    // A picture of which no small one was made stands for itself, up to this.
    private const long MostForSmall = 2 * 1024 * 1024;

    public async Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = Policy;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }
        var key = request.Path.Value![FileLinks.Prefix.Length..].Split('/')[0];
        if (!FileLinks.IsKey(key) || await shelf.FindAsync(key, context.RequestAborted) is not { Whole: true } file || shelf.Length(file) != file.Size)
        {
            await FileProblem.NoSuchFile.SendAsync(context);
            return;
        }
        if (shelf.Options.Private && await login.WhoAsync(context) is { Problem: { } problem })
        {
            await problem.SendAsync(context);
            return;
        }
        if (!request.Query.ContainsKey("small")) await SendAsync(context, file, shelf.PathOf(file), file.Type, new($"\"{file.Key}\""));
        else if (shelf.SmallOf(file) is { } small) await SendAsync(context, file, small.Path, small.Type, new($"\"{file.Key}-small\""));
        else if (file.Size <= MostForSmall && file.Type.StartsWith("image/", StringComparison.Ordinal) && FileTypes.IsShown(file.Type)) await SendAsync(context, file, shelf.PathOf(file), file.Type, new($"\"{file.Key}\""));
        else await FileProblem.NoSuchFile.SendAsync(context);
    }

    private async Task SendAsync(HttpContext context, SharedFile file, string path, string type, EntityTagHeaderValue tag)
    {
        var (request, response) = (context.Request, context.Response);
        var isShown = FileTypes.IsShown(type);
        var headers = response.Headers;
        headers.CacheControl = shelf.Options.Private ? "private, no-cache" : "private, max-age=600";
        headers.ETag = tag.ToString();
        headers.AcceptRanges = "bytes";
        var typed = request.GetTypedHeaders();
        if (typed.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = isShown ? type : type == "text/plain" ? "text/plain; charset=utf-8" : FileTypes.Unknown;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();

        var length = new FileInfo(path).Length;
        var range = typed.IfRange?.EntityTag is { } same && !same.Compare(tag, useStrongComparison: true) ? null : ByteRange.Read(typed.Range, length);
        if (range is { IsOutside: true })
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
            return;
        }
        if (range is { } part)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.From}-{part.From + part.Count - 1}/{length}");
        }
        var (from, count) = range is { } some ? (some.From, some.Count) : (0, length);
        response.ContentLength = count;
        if (HttpMethods.IsGet(request.Method) && count > 0) await response.SendFileAsync(path, from, count, context.RequestAborted);
    }
}
