using System.Net;
using System.Net.Http.Headers;
using static Teahouse.Server.Tests.Files.FileScene;

namespace Teahouse.Server.Tests.Files;

public sealed class FileDownloadTests
{
    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=200-", 200, 8)]
    [InlineData("bytes=-5", 203, 5)]
    [InlineData("bytes=100-9999", 100, 108)]
    public async Task A_part_is_sent_alone(string range, int from, int count)
    {
        await using var scene = await OpenAsync();
        var answer = await RangeAsync(scene, await scene.UploadedAsync(Png), range);
        Assert.Equal(HttpStatusCode.PartialContent, answer.Status);
        Assert.Equal($"bytes {from}-{from + count - 1}/{Png.Length}", answer["Content-Range"]);
        Assert.Equal(Png[from..(from + count)], answer.Body);
    }

    [Fact]
    public async Task What_is_beyond_its_end_is_not_there_and_several_parts_are_all_of_it()
    {
        await using var scene = await OpenAsync();
        var path = await scene.UploadedAsync(Png);
        var beyond = await RangeAsync(scene, path, "bytes=208-");
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, $"bytes */{Png.Length}"), (beyond.Status, beyond["Content-Range"]));
        Assert.Equal(Png, (await RangeAsync(scene, path, "bytes=0-1,5-6")).Body);
    }

    [Fact]
    public async Task What_a_browser_has_is_not_sent_again()
    {
        await using var scene = await OpenAsync();
        var path = await scene.UploadedAsync(Png);
        var tag = (await scene.GetAsync(path))["ETag"];
        var request = Request(HttpMethod.Get, scene.Server.Http(path), who: null);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(HttpStatusCode.NotModified, (await scene.SendAsync(request)).Status);
    }

    [Fact]
    public async Task The_head_says_what_it_is_without_it()
    {
        await using var scene = await OpenAsync();
        var answer = await scene.SendAsync(Request(HttpMethod.Head, scene.Server.Http(await scene.UploadedAsync(Png)), who: null));
        Assert.Equal(($"{Png.Length}", "image/png"), (answer["Content-Length"], answer["Content-Type"]));
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("/file/")]
    [InlineData("/file/abc/x.png")]
    [InlineData("/file/aaaaaaaaaaaaaaaaaaaaaa/x.png")]
    [InlineData("/file/..%2f..%2fteahouse.db/x")]
    [InlineData("/file/../data/teahouse.db")]
    public async Task Nothing_else_is_found(string path)
    {
        await using var scene = await OpenAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await scene.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Private_files_open_for_whoever_logs_in()
    {
        await using var scene = await OpenAsync("private_files = true");
        var path = await scene.UploadedAsync(Png);
        Assert.Equal(HttpStatusCode.Unauthorized, (await scene.GetAsync(path)).Status);
        var opened = await scene.GetAsync(path, who: "bob");
        Assert.Equal(Png, opened.Body);
        Assert.Equal("no-cache, private", opened["Cache-Control"]);
    }

    [Fact]
    public async Task The_small_picture_is_the_senders_and_must_be_a_small_picture()
    {
        await using var scene = await OpenAsync();
        var path = await scene.UploadedAsync("%PDF-1.7"u8.ToArray(), "application/pdf", "tea.pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync(path + "?small")).Status);
        Assert.Equal("small-no-picture", (await SmallAsync(scene, path, "<svg/>"u8.ToArray())).Code);
        Assert.Equal("small-too-large", (await SmallAsync(scene, path, [.. Png, .. new byte[64 * 1024]])).Code);
        var unsaid = Request(HttpMethod.Put, scene.Server.Http($"/upload/{path.Split('/')[2]}/small"), body: [.. Png, .. new byte[64 * 1024]]);
        unsaid.Headers.TransferEncodingChunked = true;
        Assert.Equal("small-too-large", (await scene.SendAsync(unsaid)).Code);
        Assert.Equal("not-yours", (await SmallAsync(scene, path, Png, "bob")).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await SmallAsync(scene, path, Png)).Status);
        var small = await scene.GetAsync(path + "?small");
        Assert.Equal(Png, small.Body);
        Assert.Equal("image/png", small["Content-Type"]);
    }

    private static Task<Answer> SmallAsync(FileScene scene, string path, byte[] picture, string who = "ann") =>
        scene.SendAsync(Request(HttpMethod.Put, scene.Server.Http($"/upload/{path.Split('/')[2]}/small"), who, picture));

    private static Task<Answer> RangeAsync(FileScene scene, string path, string range)
    {
        var request = Request(HttpMethod.Get, scene.Server.Http(path), who: null);
        request.Headers.Range = RangeHeaderValue.Parse(range);
        return scene.SendAsync(request);
    }
}
