using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Teahouse.Core.Accounts;
using Teahouse.Core.Files;
using Teahouse.Server.Web;

namespace Teahouse.Server.Files;

/// <summary>
/// <c>POST /upload</c> takes a file whole (soju.im/FILEHOST); with <c>Upload-Complete</c> it goes on at <c>/upload/&lt;key&gt;</c> after an interruption:
/// HEAD says how far it came, PATCH goes on, DELETE gives it up. https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/
/// </summary>
internal sealed class FileUploads(FileShelf shelf, FileLogin login, OriginRule origins, FileHost host)
{
    public const string Path = "/upload";

    private const string UploadComplete = "Upload-Complete";
    private const string UploadLength = "Upload-Length";
    private const string UploadOffset = "Upload-Offset";
    private const string Small = "/small";

    public async Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        // How much is read is decided below. What is refused is read for a moment and thrown away: else the sender would see a broken connection, and no reason.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (!shelf.Options.Enabled)
        {
            await FileProblem.NoSuchFile.SendAsync(context);
            return;
        }
        if (!origins.Allows(request))
        {
            await FileProblem.Elsewhere.SendAsync(context);
            return;
        }
        AllowOrigin(context);
        if (HttpMethods.IsOptions(request.Method))
        {
            Describe(response);
            return;
        }
        var (account, problem) = await login.WhoAsync(context);
        if (account is null) await problem!.SendAsync(context);
        else await RouteAsync(context, account, request.Path.Value![Path.Length..].TrimStart('/'));
    }

    private Task RouteAsync(HttpContext context, Account account, string rest)
    {
        var method = context.Request.Method;
        if (rest.Length == 0) return HttpMethods.IsPost(method) ? BeginAsync(context, account) : NotAllowed(context, "OPTIONS, POST");
        if (rest.EndsWith(Small, StringComparison.Ordinal))
            return HttpMethods.IsPut(method) ? OnFileAsync(context, account, rest[..^Small.Length], SetSmallAsync) : NotAllowed(context, "OPTIONS, PUT");
        if (HttpMethods.IsHead(method)) return OnFileAsync(context, account, rest, ShowAsync);
        if (HttpMethods.IsPatch(method)) return OnFileAsync(context, account, rest, GoOnAsync);
        return HttpMethods.IsDelete(method) ? OnFileAsync(context, account, rest, RemoveAsync) : NotAllowed(context, "OPTIONS, HEAD, PATCH, DELETE");
    }

    private async Task OnFileAsync(HttpContext context, Account account, string key, Func<HttpContext, SharedFile, Task> run)
    {
        if (!FileLinks.IsKey(key) || await shelf.FindAsync(key, context.RequestAborted) is not { } file) await FileProblem.NoSuchFile.SendAsync(context);
        else if (file.Account != account.Id) await FileProblem.NotYours.SendAsync(context);
        else await run(context, file);
    }

    private async Task BeginAsync(HttpContext context, Account account)
    {
        var request = context.Request;
        var inParts = request.Headers.ContainsKey(UploadComplete);
        var size = inParts ? Number(request, UploadLength) : request.ContentLength;
        if (size is not { } bytes)
        {
            await FileProblem.NoLength.SendAsync(context);
            return;
        }
        var (file, refusal) = await shelf.BeginAsync(account, NameOf(request), request.ContentType, bytes, context.RequestAborted);
        if (file is null) await FileProblem.Of(refusal).SendAsync(context);
        else await AppendAsync(context, file, 0, inParts ? $"{Path}/{file.Key}" : FileLinks.Path(file));
    }

    private async Task GoOnAsync(HttpContext context, SharedFile file)
    {
        if (Number(context.Request, UploadOffset) is { } offset) await AppendAsync(context, file, offset, null);
        else await FileProblem.NoOffset.SendAsync(context);
    }

    /// <param name="location">For what is new.</param>
    private async Task AppendAsync(HttpContext context, SharedFile file, long offset, string? location)
    {
        try
        {
            var (after, refusal) = await shelf.AppendAsync(file, offset, context.Request.BodyReader, context.RequestAborted);
            Show(context, after);
            if (refusal != FileRefusal.None)
            {
                await FileProblem.Of(refusal).SendAsync(context);
                return;
            }
            if (location is not null) context.Response.Headers.Location = location;
            context.Response.StatusCode = location is not null ? StatusCodes.Status201Created : StatusCodes.Status204NoContent;
        }
        catch (IOException error) when (error is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            // The disk, not the sender, who is told; what was written stays until it goes on.
            await FileProblem.Broken.SendAsync(context);
        }
    }

    private Task ShowAsync(HttpContext context, SharedFile file)
    {
        Show(context, file);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task RemoveAsync(HttpContext context, SharedFile file)
    {
        await shelf.RemoveAsync(file, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task SetSmallAsync(HttpContext context, SharedFile file)
    {
        if (await SmallPicture.ReadAsync(context.Request, context.RequestAborted) is not { } picture) await FileProblem.SmallTooLarge.SendAsync(context);
        else if (!SmallPicture.IsPicture(picture)) await FileProblem.SmallNoPicture.SendAsync(context);
        else
        {
            await shelf.SetSmallAsync(file, picture, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private void Show(HttpContext context, SharedFile file)
    {
        var response = context.Response;
        response.Headers[UploadOffset] = shelf.Length(file).ToString(CultureInfo.InvariantCulture);
        response.Headers[UploadComplete] = file.Whole ? "?1" : "?0";
        response.Headers.ContentLocation = FileLinks.Path(file);
        // As others can open it, too: a page on this machine was opened under a name that means another machine elsewhere.
        response.Headers.Link = $"<{host.PublicOf(context.Request)}{FileLinks.Path(file)}>; rel=\"canonical\"";
    }

    private void Describe(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = "OPTIONS, POST";
        response.Headers["Accept-Post"] = shelf.Options.Types.IsEmpty ? "*/*" : string.Join(", ", shelf.Options.Types);
        response.Headers["Upload-Limit"] = string.Create(CultureInfo.InvariantCulture, $"max-size={shelf.Options.MaxBytes}");
    }

    /// <summary>The page of another address that the configuration names may upload, too. https://fetch.spec.whatwg.org/#http-cors-protocol</summary>
    private static void AllowOrigin(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue(HeaderNames.Origin, out var origin)) return;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.Vary = HeaderNames.Origin;
        headers.AccessControlAllowMethods = "OPTIONS, POST, HEAD, PATCH, PUT, DELETE";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, Content-Disposition, Upload-Complete, Upload-Length, Upload-Offset";
        headers.AccessControlExposeHeaders = "Location, Content-Location, Link, Upload-Complete, Upload-Offset, Upload-Limit";
    }

    private static Task NotAllowed(HttpContext context, string allowed)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = allowed;
        return Task.CompletedTask;
    }

    private static string? NameOf(HttpRequest request)
    {
        if (!ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)) return null;
        return disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
    }

    private static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
