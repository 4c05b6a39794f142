using System.Net;
using System.Net.Http.Headers;
using System.Text;
using static Teahouse.Server.Tests.Files.FileScene;

namespace Teahouse.Server.Tests.Files;

public sealed class FileUploadTests
{
    [Fact]
    public async Task A_picture_is_taken_and_shown_to_whoever_has_its_link_over_a_restart()
    {
        await using var scene = await OpenAsync();
        var path = await scene.UploadedAsync(Png, name: "茶 馆.png");
        await scene.RestartAsync();

        var shown = await scene.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(Png, shown.Body);
        Assert.Equal("image/png", shown["Content-Type"]);
        Assert.Equal("nosniff", shown["X-Content-Type-Options"]);
        Assert.StartsWith("sandbox; default-src 'none'", shown["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.StartsWith("inline", shown["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''%E8%8C%B6%20%E9%A6%86.png", shown["Content-Disposition"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("text/html", "<script>alert(1)</script>")]
    [InlineData("application/xhtml+xml", "<html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("text/javascript", "alert(1)")]
    public async Task What_could_hold_a_script_is_only_saved(string type, string text)
    {
        await using var scene = await OpenAsync();
        var saved = await scene.GetAsync(await scene.UploadedAsync(Encoding.UTF8.GetBytes(text), type, "x.html"));
        Assert.Equal("application/octet-stream", saved["Content-Type"]);
        Assert.StartsWith("attachment", saved["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("sandbox", saved["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_says_it_is_a_picture_is_refused_and_leaves_nothing()
    {
        await using var scene = await OpenAsync();
        var answer = await scene.SendAsync(scene.Upload("<html><script>alert(1)</script>"u8.ToArray()));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "not-of-its-type"), (answer.Status, answer.Code));
        Assert.Empty(Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(null, "no-login")]
    [InlineData("cat", "wrong-login")]
    public async Task Who_does_not_log_in_uploads_nothing(string? who, string code)
    {
        await using var scene = await OpenAsync();
        var answer = await scene.SendAsync(scene.Upload(Png, who: who));
        Assert.Equal((HttpStatusCode.Unauthorized, code), (answer.Status, answer.Code));
        Assert.StartsWith("Basic", answer["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_guesses_passwords_has_to_wait()
    {
        await using var scene = await OpenAsync();
        var codes = new List<string>();
        for (var i = 0; i < 15; i++) codes.Add((await scene.SendAsync(scene.Upload(Png, who: "cat"))).Code);
        Assert.Equal("wrong-login", codes[0]);
        Assert.Equal("too-many-logins", codes[^1]);
    }

    [Theory]
    [InlineData("max_bytes = 100", "too-large", 413)]
    [InlineData("account_bytes = 100", "account-full", 507)]
    [InlineData("all_bytes = 100", "all-full", 507)]
    [InlineData("types = [\"text/plain\"]", "type-not-taken", 415)]
    public async Task What_is_not_taken_is_refused_with_a_reason_and_leaves_nothing(string option, string code, int status)
    {
        await using var scene = await OpenAsync(option);
        var answer = await scene.SendAsync(scene.Upload(Png));
        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
        Assert.False(Directory.Exists(scene.Folder) && Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task What_files_must_leave_free_on_the_disk_they_leave_free()
    {
        await using var scene = await OpenAsync();
        await scene.UploadedAsync(Png);
        var chat = scene.Server.Host.Chat;
        chat.Adopt(chat.Options with { Files = chat.Options.Files with { FreeBytes = 1L << 50 } });
        Assert.Equal("disk-full", (await scene.SendAsync(scene.Upload(Png))).Code);
    }

    [Fact]
    public async Task Of_uploads_at_the_same_time_only_as_many_are_taken_as_fit()
    {
        await using var scene = await OpenAsync($"account_bytes = {3 * Png.Length}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.SendAsync(scene.Upload(Png))));
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("account-full", answer.Code));
    }

    [Fact]
    public async Task What_does_not_say_how_large_it_is_is_refused()
    {
        await using var scene = await OpenAsync();
        var request = scene.Upload(Png);
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal("no-length", (await scene.SendAsync(request)).Code);
    }

    [Fact]
    public async Task Another_site_can_upload_nothing_in_somebodys_name()
    {
        await using var scene = await OpenAsync();
        var request = scene.Upload(Png);
        request.Headers.Add("Origin", "https://evil.example");
        var answer = await scene.SendAsync(request);
        Assert.Equal((HttpStatusCode.Forbidden, "other-site"), (answer.Status, answer.Code));
        Assert.Equal("", answer["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task The_address_says_what_it_takes()
    {
        await using var scene = await OpenAsync("types = [\"image/*\", \"application/pdf\"]");
        var answer = await scene.SendAsync(Request(HttpMethod.Options, scene.Server.Http("/upload"), who: null));
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("image/*, application/pdf", answer["Accept-Post"]);
        Assert.Equal("max-size=104857600", answer["Upload-Limit"]);
    }

    [Fact]
    public async Task Where_files_are_switched_off_there_is_nothing()
    {
        await using var scene = await OpenAsync("enabled = false");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.SendAsync(scene.Upload(Png))).Status);
        await using var ann = await scene.Server.ConnectAsync();
        await ann.SendAsync("NICK cat", "USER cat 0 * :cat");
        Assert.DoesNotContain("FILEHOST", await ann.ReadUntilAsync(" 422 ") ?? "", StringComparison.Ordinal);
    }
}
