using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Core.Log;
using Teahouse.Core.Operators;
using Teahouse.Server.Admin;
using Teahouse.Server.Tests.Hosting;
using static Teahouse.Server.Tests.Admin.AdminRequests;
using static Teahouse.Server.Tests.Files.FileScene;

namespace Teahouse.Server.Tests.Files;

/// <summary>When files go.</summary>
public sealed partial class FileLifeTests
{
    [Fact]
    public async Task A_file_goes_with_the_message_of_its_owner_that_shows_it()
    {
        await using var scene = await OpenAsync();
        var (anns, bobs) = (await scene.UploadedAsync(Png), await scene.UploadedAsync(Png, who: "bob"));
        await using var ann = await scene.Server.ConnectAsync();
        await ann.SendAsync("CAP REQ :message-tags echo-message draft/message-redaction", "CAP END", "PASS :ann:anns password");
        await ann.RegisterAsync("ann");
        await ann.SendAsync("JOIN #tea", $"PRIVMSG #tea :look http://localhost{anns} and http://localhost{bobs}");
        var said = (await ann.ReadUntilAsync("PRIVMSG #tea"))!;
        await ann.SendAsync($"REDACT #tea {MsgId().Match(said).Groups[1].Value}");
        await ann.ReadUntilAsync("REDACT #tea");

        await Patience.SeeAsync(async () => (await scene.GetAsync(anns)).Status == HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.OK, (await scene.GetAsync(bobs)).Status);
        Assert.Single(Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_is_over_after_its_days_and_what_was_not_finished_after_one()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var scene = await OpenAsync("keep_days = 3", time);
        var path = await scene.UploadedAsync(Png);
        time.SetUtcNow(time.GetUtcNow().AddDays(2.9));
        Assert.Equal(HttpStatusCode.OK, (await scene.GetAsync(path)).Status);
        time.SetUtcNow(time.GetUtcNow().AddDays(0.2));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync(path)).Status);
        await Patience.SeeAsync(() => Task.FromResult(!Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories).Any()));
    }

    [Fact]
    public async Task Files_go_with_their_account_and_what_a_crash_left_at_the_next_start()
    {
        await using var scene = await OpenAsync();
        var path = await scene.UploadedAsync(Png);
        Directory.CreateDirectory(Path.Combine(scene.Folder, "xx"));
        await File.WriteAllTextAsync(Path.Combine(scene.Folder, "xx", "xxxxxxxxxxxxxxxxxxxxxx"), "left", TestContext.Current.CancellationToken);
        await SendAsync(scene.Server, new(AdminCommands.Remove, "ann"));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.GetAsync(path)).Status);

        await scene.RestartAsync();

        await Patience.SeeAsync(() => Task.FromResult(!Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories).Any()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_while_a_message_is_taken_away_leaves_its_file_only_if_the_message_stayed(bool isStored)
    {
        await using var scene = await OpenAsync();
        var path = await scene.UploadedAsync(Png);
        await using (var ann = await scene.Server.ConnectAsync())
        {
            await ann.SendAsync("CAP REQ :message-tags echo-message", "CAP END", "PASS :ann:anns password");
            await ann.RegisterAsync("ann");
            await ann.SendAsync("JOIN #tea", $"PRIVMSG #tea :look http://localhost{path}");
            await ann.ReadUntilAsync("PRIVMSG #tea");
        }
        await scene.Server.StopAsync();
        var (log, files) = (scene.Server.Store.Log, scene.Server.Store.Files);
        var head = await log.TakeAsync(ConversationKey.Channel("#tea"), TestContext.Current.CancellationToken);
        var said = head.LastSequence;
        var file = Assert.Single(await files.ListAsync("", 10, TestContext.Current.CancellationToken));
        await files.NoteLeavingAsync([new(0, file.Key, head.Id, head.Epoch, said, 0)], TestContext.Current.CancellationToken);
        if (isStored) Assert.Equal(AppendOutcome.Stored, await log.AppendAsync(new Append(head.Id, head.OwnerEpoch, said, [], null, [said])));

        await scene.RestartAsync();

        await Patience.SeeAsync(async () => (await scene.Server.Store.Files.LeavingAsync(0, 10)).IsEmpty);
        Assert.Equal(isStored ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await scene.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Whom_a_ban_hits_uploads_nothing()
    {
        await using var scene = await OpenAsync();
        await scene.Server.Store.Bans.AddAsync(new Ban(0, BanKind.Account, "ann", "spam", Silent: false, "root", 0, 0));
        await scene.RestartAsync();
        var answer = await scene.SendAsync(scene.Upload(Png));
        Assert.Equal((HttpStatusCode.Forbidden, "banned"), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.Created, (await scene.SendAsync(scene.Upload(Png, who: "bob"))).Status);

        await scene.Server.Store.Bans.AddAsync(new Ban(0, BanKind.Network, "127.0.0.0/8", "spam", Silent: false, "root", 0, 0));
        await scene.RestartAsync();
        Assert.Equal("banned", (await scene.SendAsync(scene.Upload(Png, who: "bob"))).Code);
    }

    [Fact]
    public async Task Clients_are_told_where_to_upload()
    {
        await using var scene = await OpenAsync();
        await using var ann = await scene.Server.ConnectAsync();
        await ann.SendAsync("NICK cat", "USER cat 0 * :cat");
        Assert.Contains("soju.im/FILEHOST=http://localhost:", await ann.ReadUntilAsync("FILEHOST"), StringComparison.Ordinal);
    }

    [GeneratedRegex("msgid=([^; ]+)")]
    private static partial Regex MsgId();
}
