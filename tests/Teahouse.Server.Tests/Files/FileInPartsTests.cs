using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Teahouse.Server.Listeners;
using Teahouse.Server.Tests.Hosting;
using static Teahouse.Server.Tests.Files.FileScene;

namespace Teahouse.Server.Tests.Files;

/// <summary>Uploads that are interrupted and go on.</summary>
public sealed class FileInPartsTests
{
    [Fact]
    public async Task An_upload_goes_on_where_it_stopped_also_after_a_restart()
    {
        await using var scene = await OpenAsync();
        var begun = await BeginAsync(scene, Png.Length);
        Assert.Equal((HttpStatusCode.Created, "0", "?0"), (begun.Status, begun["Upload-Offset"], begun["Upload-Complete"]));
        var upload = begun["Location"];
        var part = await PatchAsync(scene, upload, 0, Png[..100]);
        Assert.Equal((HttpStatusCode.NoContent, "100", "?0"), (part.Status, part["Upload-Offset"], part["Upload-Complete"]));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync(begun["Content-Location"])).Status);
        await scene.RestartAsync();

        Assert.Equal("100", (await HeadAsync(scene, upload))["Upload-Offset"]);
        var last = await PatchAsync(scene, upload, 100, Png[100..]);

        Assert.Equal("?1", last["Upload-Complete"]);
        Assert.Equal(Png, (await scene.GetAsync(last["Content-Location"])).Body);
        Assert.Equal("elsewhere", (await PatchAsync(scene, upload, Png.Length, [1])).Code);
    }

    [Fact]
    public async Task What_goes_on_elsewhere_or_comes_too_much_changes_nothing_that_is_whole()
    {
        await using var scene = await OpenAsync();
        var upload = (await BeginAsync(scene, Png.Length))["Location"];
        await PatchAsync(scene, upload, 0, Png[..100]);
        var elsewhere = await PatchAsync(scene, upload, 50, Png[50..]);
        Assert.Equal(("elsewhere", "100"), (elsewhere.Code, elsewhere["Upload-Offset"]));
        Assert.Equal("no-offset", (await scene.SendAsync(Request(HttpMethod.Patch, scene.Server.Http(upload), body: [1]))).Code);
        Assert.Equal("not-yours", (await PatchAsync(scene, upload, 100, Png[100..], "bob")).Code);
        Assert.Equal("more-than-said", (await PatchAsync(scene, upload, 100, [.. Png[100..], 1])).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await HeadAsync(scene, upload)).Status);
    }

    [Fact]
    public async Task What_came_before_a_cut_stays()
    {
        await using var scene = await OpenAsync();
        var upload = (await BeginAsync(scene, Png.Length))["Location"];
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", scene.Server.Port(ListenerRole.Http), TestContext.Current.CancellationToken);
            var login = Convert.ToBase64String("ann:anns password"u8);
            var head = $"PATCH {upload} HTTP/1.1\r\nHost: localhost:{scene.Server.Port(ListenerRole.Http)}\r\nAuthorization: Basic {login}\r\nUpload-Offset: 0\r\nContent-Length: {Png.Length}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head).Concat(Png[..60]).ToArray(), TestContext.Current.CancellationToken);
            await Patience.SeeAsync(async () => (await HeadAsync(scene, upload))["Upload-Offset"] == "60");
        }

        await Patience.SeeAsync(async () => (await PatchAsync(scene, upload, 60, Png[60..]))["Upload-Complete"] == "?1");
        Assert.Equal(Png, (await scene.GetAsync((await HeadAsync(scene, upload))["Content-Location"])).Body);
    }

    [Fact]
    public async Task What_is_given_up_makes_room_again()
    {
        await using var scene = await OpenAsync($"account_bytes = {Png.Length}");
        var upload = (await BeginAsync(scene, Png.Length))["Location"];
        Assert.Equal("account-full", (await BeginAsync(scene, 1)).Code);
        await PatchAsync(scene, upload, 0, Png[..100]);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.SendAsync(Request(HttpMethod.Delete, scene.Server.Http(upload)))).Status);
        Assert.Empty(Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories));
        await scene.UploadedAsync(Png);
    }

    private static Task<Answer> BeginAsync(FileScene scene, long size)
    {
        var request = scene.Upload([]);
        request.Headers.Add("Upload-Complete", "?0");
        request.Headers.Add("Upload-Length", size.ToString(CultureInfo.InvariantCulture));
        return scene.SendAsync(request);
    }

    private static Task<Answer> PatchAsync(FileScene scene, string upload, long offset, byte[] body, string who = "ann")
    {
        var request = Request(HttpMethod.Patch, scene.Server.Http(upload), who, body, "application/partial-upload");
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        return scene.SendAsync(request);
    }

    private static Task<Answer> HeadAsync(FileScene scene, string upload) => scene.SendAsync(Request(HttpMethod.Head, scene.Server.Http(upload)));
}
