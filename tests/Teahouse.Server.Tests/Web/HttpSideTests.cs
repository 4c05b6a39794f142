using System.Net;
using System.Net.Http.Headers;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Web;

public sealed class HttpSideTests : IAsyncLifetime
{
    private readonly TempFolder _files = new();
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _files.Write("index.html", "<!doctype html>the page");
        _files.Write("index.html.br", "brotli");
        _files.Write("index.html.gz", "gzip form");
        _files.Write("css/base.css", "body{}");
        _files.Write("_framework/dotnet.native.9am3bq4zbi.wasm", "wasm");
        _server = await TestServer.StartAsync(
            $"[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n[[listen]]\naddress = \"127.0.0.1:0\"\ntls = true\n[web]\nfiles = '{_files.Path}'\norigins = [\"https://chat.example.org\"]\n");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/join/abcDEF-_1")]
    [InlineData("/owner/abc")]
    public async Task Every_place_within_the_client_is_its_page(string path)
    {
        using var response = await _browser.GetAsync(_server.Http(path));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("<!doctype html>the page", await response.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("br", "br", "brotli")]
    [InlineData("gzip, deflate, br, zstd", "br", "brotli")]
    [InlineData("gzip", "gzip", "gzip form")]
    [InlineData("br;q=0, gzip", "gzip", "gzip form")]
    [InlineData("identity", null, "<!doctype html>the page")]
    public async Task A_file_comes_in_the_smallest_form_that_the_browser_takes(string accepts, string? coding, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Http("/"));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);

        using var response = await _browser.SendAsync(request);

        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task A_file_whose_name_holds_its_hash_is_kept_for_ever()
    {
        using var response = await _browser.GetAsync(_server.Http("/_framework/dotnet.native.9am3bq4zbi.wasm"));

        Assert.Equal("application/wasm", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var first = await _browser.GetAsync(_server.Http("/css/base.css"));
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Http("/css/base.css"));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/missing.js")]
    [InlineData("/../test.toml")]
    [InlineData("/%2e%2e/data/teahouse.db")]
    [InlineData("/index.html.br")]
    public async Task What_is_no_file_of_the_client_is_not_found(string path)
    {
        using var response = await _browser.GetAsync(_server.Http(path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_form_is_not_taken()
    {
        using var response = await _browser.PostAsync(_server.Http("/"), new StringContent("x"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/missing.js")]
    [InlineData("/trust")]
    public async Task Every_answer_forbids_what_the_client_does_not_need(string path)
    {
        using var response = await _browser.GetAsync(_server.Http(path));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_browser_is_sent_from_127_0_0_1_to_localhost()
    {
        using var response = await _browser.GetAsync(new Uri($"http://127.0.0.1:{_server.Port(ListenerRole.Http)}/join/x?y=1"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(_server.Http("/join/x?y=1"), response.Headers.Location);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("chat.example.org", HttpStatusCode.OK)]
    public async Task A_name_that_is_not_this_machines_is_refused_unless_it_is_configured(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Http("/")) { Headers = { Host = host } };

        using var response = await _browser.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Health_is_ok_while_the_store_works() =>
        Assert.Equal("ok", await _browser.GetStringAsync(new Uri($"http://127.0.0.1:{_server.Port(ListenerRole.Http)}/healthz")));

    [Fact]
    public async Task The_IRC_path_asks_for_a_WebSocket()
    {
        using var response = await _browser.GetAsync(_server.Http("/irc"));

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Contains(new ProductHeaderValue("websocket"), response.Headers.Upgrade);
    }

    [Fact]
    public async Task The_page_about_trust_shows_the_fingerprint_and_offers_the_authority()
    {
        var authority = _server.Host.Certificates!.Authority!;

        var page = await _browser.GetStringAsync(_server.Http("/trust"));
        Assert.Contains(authority.Fingerprint, page, StringComparison.Ordinal);
        Assert.Contains("信任这台服务器", page, StringComparison.Ordinal);
        Assert.Contains("Trust this server", page, StringComparison.Ordinal);
        Assert.Equal(authority.CertificateDer, await _browser.GetByteArrayAsync(_server.Http("/trust/ca.crt")));
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await _browser.GetStringAsync(_server.Http("/trust/ca.pem")), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        _files.Dispose();
    }
}
