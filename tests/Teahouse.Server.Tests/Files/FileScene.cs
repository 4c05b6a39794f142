using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Teahouse.Server.Admin;
using Teahouse.Server.Tests.Admin;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Files;

/// <summary>A server with two accounts, and somebody who uploads and opens files over HTTP.</summary>
internal sealed class FileScene : IAsyncDisposable
{
    public static readonly byte[] Png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, .. Enumerable.Range(0, 200).Select(i => (byte)i)];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private FileScene(TestServer server) => Server = server;

    public TestServer Server { get; private set; }

    public string Folder => Path.Combine(Server.Configuration.DataFolder, "files");

    public static async Task<FileScene> OpenAsync(string files = "", TimeProvider? time = null)
    {
        var server = await TestServer.StartAsync(
            $"[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n[[listen]]\naddress = \"127.0.0.1:0\"\n[files]\nfree_bytes = 0\n{files}\n", time);
        await AdminRequests.SendAsync(server, new(AdminCommands.Add, "ann", "anns password"));
        await AdminRequests.SendAsync(server, new(AdminCommands.Add, "bob", "bobs password"));
        return new(server);
    }

    public async Task RestartAsync() => Server = await Server.RestartAsync();

    public static HttpRequestMessage Request(HttpMethod method, Uri address, string? who = "ann", byte[]? body = null, string? type = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (who is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{who}:{who}s password")));
        if (body is null) return request;
        request.Content = new ByteArrayContent(body);
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return request;
    }

    public HttpRequestMessage Upload(byte[] body, string type = "image/png", string name = "tea.png", string? who = "ann")
    {
        var request = Request(HttpMethod.Post, Server.Http("/upload"), who, body, type);
        request.Content!.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "x", FileNameStar = name };
        return request;
    }

    /// <summary>The answer; its body has been read.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await _http.SendAsync(request, TestContext.Current.CancellationToken))
        {
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    public Task<Answer> GetAsync(string path, string? who = null) => SendAsync(Request(HttpMethod.Get, Server.Http(path), who));

    /// <summary>Uploads a file whole; its path.</summary>
    public async Task<string> UploadedAsync(byte[] body, string type = "image/png", string name = "tea.png", string who = "ann")
    {
        var answer = await SendAsync(Upload(body, type, name, who));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer["Location"];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}

internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string this[string header] => Headers.GetValueOrDefault(header, "");

    /// <summary>Of a refusal.</summary>
    public string Code => JsonDocument.Parse(Body).RootElement.GetProperty("type").GetString()!["urn:teahouse:file:".Length..];
}
