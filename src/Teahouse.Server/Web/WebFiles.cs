using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Teahouse.Server.Web;

/// <summary>
/// The web client's published files. Each is sent in the smallest form that lies beside it (.br, .gz) and the browser takes.
/// A path that is no file and has no extension is a place within the client, and gets its index.html.
/// </summary>
internal sealed class WebFiles(string folder)
{
    private const string Index = "/index.html";
    private const string KeepForever = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    private static readonly (string Coding, string Extension)[] Packed = [("br", ".br"), ("gzip", ".gz")];

    private readonly Lazy<FrozenDictionary<string, WebFile>> _files = new(() => Scan(folder));

    public Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        var path = request.Path.Value ?? "/";
        if (!_files.Value.TryGetValue(path, out var file) && (Path.HasExtension(path) || !_files.Value.TryGetValue(Index, out file)))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return response.WriteAsync(_files.Value.ContainsKey(Index) ? "Not found." : "The web client is not here: start the server by ./run.");
        }

        return SendAsync(context, file);
    }

    private static Task SendAsync(HttpContext context, WebFile file)
    {
        var (request, response) = (context.Request, context.Response);
        var form = file.Forms.FirstOrDefault(form => form.Coding is null || Accepts(request, form.Coding));
        var headers = response.Headers;
        headers.CacheControl = file.Fingerprinted ? KeepForever : AskAgain;
        headers.ETag = form.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Headers.IfNoneMatch.ToString().Contains(form.Tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = form.Length;
        if (form.Coding is not null) headers.ContentEncoding = form.Coding;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.SendFileAsync(form.Path, 0, form.Length, context.RequestAborted);
    }

    private static bool Accepts(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private static FrozenDictionary<string, WebFile> Scan(string folder)
    {
        if (!Directory.Exists(folder)) return FrozenDictionary<string, WebFile>.Empty;
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !Packed.Any(packed => path.EndsWith(packed.Extension, StringComparison.Ordinal)))
            .ToFrozenDictionary(path => '/' + Path.GetRelativePath(folder, path).Replace('\\', '/'), Describe);
    }

    private static WebFile Describe(string path)
    {
        var forms = Packed.Where(packed => File.Exists(path + packed.Extension))
            .Select(packed => Form(packed.Coding, path + packed.Extension))
            .Append(Form(null, path))
            .OrderBy(form => form.Length);
        return new([.. forms], ContentTypes.Of(path), Fingerprint.IsIn(Path.GetFileName(path)));
    }

    private static WebFileForm Form(string? coding, string path)
    {
        var file = new FileInfo(path);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"");
        return new(coding, path, file.Length, tag);
    }
}
