using System.Net;
using Teahouse.Server.Admin;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Web;

public sealed class ResetPageTests : IAsyncLifetime
{
    private readonly HttpClient _browser = new();
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(
        "[[listen]]\naddress = \"127.0.0.1:0\"\nwebsocket = true\n[[listen]]\naddress = \"127.0.0.1:0\"\n");

    [Fact]
    public async Task The_link_that_the_admin_is_shown_sets_one_new_password()
    {
        await SendAsync(new(AdminCommands.Add, "ann", "a password"));
        var shown = (await SendAsync(new(AdminCommands.Reset, "ann"))).Lines[1];
        var link = _server.Http(shown[shown.IndexOf("/reset/", StringComparison.Ordinal)..]);

        // Whoever only looks at it, as programs do that preview links, uses nothing up.
        var page = await _browser.GetStringAsync(link);
        Assert.Contains("设置新密码", page, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"new-password\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(link, "short")).Status);
        var (status, done) = await PostAsync(link, "a new pässword&密码");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The password is set", done, StringComparison.Ordinal);
        Assert.Contains("<code", done, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(link, "another one")).Status);
        await using var ann = await _server.ConnectAsync();
        await ann.SendAsync("PASS :ann:a new pässword&密码");
        await ann.RegisterAsync("ann");
    }

    [Fact]
    public async Task What_is_no_such_link_or_no_form_is_refused()
    {
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(_server.Http("/reset/1-abc"), "a password")).Status);
        using var text = new StringContent("password=a+password");
        using var noForm = await _browser.PostAsync(_server.Http("/reset/1-abc"), text);
        Assert.Equal(HttpStatusCode.BadRequest, noForm.StatusCode);
        using var deleted = await _browser.DeleteAsync(_server.Http("/reset/1-abc"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, deleted.StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_too_often_has_to_wait()
    {
        var link = _server.Http("/reset/1-abc");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++) answers.Add((await PostAsync(link, "a password")).Status);
        Assert.Equal(HttpStatusCode.Gone, answers[0]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answers[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(Uri link, string password)
    {
        using var form = new FormUrlEncodedContent([new("password", password)]);
        using var response = await _browser.PostAsync(link, form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<AdminAnswer> SendAsync(AdminRequest request) =>
        (await AdminClient.TrySendAsync(_server.Configuration.DataFolder, request, default))!;
}
