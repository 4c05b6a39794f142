using Teahouse.Server.Admin;
using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Files;
using Teahouse.Server.Hosting;
using Teahouse.Server.Tests.CommandLine;
using Teahouse.Server.Tests.Files;
using Teahouse.Server.Tests.Hosting;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Tests.Admin;

public sealed class BackupAdminTests
{
    private const string Plain = "[[listen]]\naddress = \"127.0.0.1:0\"\n";

    [Fact]
    public async Task A_running_server_is_backed_up_and_another_starts_with_what_it_knew()
    {
        using var place = new TempFolder();
        var backup = Path.Combine(place.Path, "backup");
        await using (var server = await TestServer.StartAsync(Plain))
        {
            await AdminClient.TrySendAsync(server.Configuration.DataFolder, new(AdminCommands.Add, "ann", "a password"), default);
            var answer = await AdminClient.TrySendAsync(server.Configuration.DataFolder, new(AdminCommands.BackUp) { Value = backup }, default);
            Assert.StartsWith($"Backed up to {backup} (", Assert.Single(answer!.Lines));
            var again = await AdminClient.TrySendAsync(server.Configuration.DataFolder, new(AdminCommands.BackUp) { Value = backup }, default);
            Assert.Equal($"{backup} is there already: name a folder that is empty or not there yet.", Assert.Single(again!.Lines));
        }
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "teahouse.toml");
        await File.WriteAllTextAsync(file, "[server]\ndata = \"data\"\n");

        var restored = await TeahouseProcess.RunAsync(folder.Path, "", "restore", backup, "--config", file);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        var configuration = ConfigurationReader.Load(file, new Dictionary<string, string>());
        Assert.Contains(await ListAsync(configuration), line => line.StartsWith("ann", StringComparison.Ordinal));
        var refused = await TeahouseProcess.RunAsync(folder.Path, "", "restore", backup, "--config", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("There is a database already: ", refused.Error);
    }

    [Fact]
    public async Task Shared_files_come_back_with_their_small_pictures_and_a_lost_one_is_said()
    {
        using var place = new TempFolder();
        var backup = Path.Combine(place.Path, "backup");
        byte[] picture = FileScene.Png;
        string kept, lost;
        await using (var scene = await FileScene.OpenAsync())
        {
            (kept, lost) = (await scene.UploadedAsync(picture), await scene.UploadedAsync(picture));
            await scene.SendAsync(FileScene.Request(HttpMethod.Put, scene.Server.Http($"/upload/{kept.Split('/')[2]}/small"), body: picture));
            await File.WriteAllTextAsync(Path.Combine(scene.Folder, "unknown-unknown-unknow"), "of nobody", TestContext.Current.CancellationToken);
            var answer = await AdminRequests.SendAsync(scene.Server, new(AdminCommands.BackUp) { Value = backup });
            Assert.EndsWith("; shared files: 2).", Assert.Single(answer.Lines), StringComparison.Ordinal);
        }
        Assert.Equal(3, Directory.EnumerateFiles(Path.Combine(backup, FileFolder.Name), "*", SearchOption.AllDirectories).Count());
        File.Delete(new FileFolder(Path.Combine(backup, FileFolder.Name)).PathOf(lost.Split('/')[2]));

        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "teahouse.toml"), "[server]\ndata = \"data\"\n", TestContext.Current.CancellationToken);
        var restored = await TeahouseProcess.RunAsync(folder.Path, "", "restore", backup);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains("(shared files: 1)", restored.Output, StringComparison.Ordinal);
        Assert.Contains("The backup lacks 1 of the files", restored.Output, StringComparison.Ordinal);
        var back = new FileFolder(Path.Combine(folder.Path, "data", FileFolder.Name));
        Assert.Equal(picture, await File.ReadAllBytesAsync(back.PathOf(kept.Split('/')[2]), TestContext.Current.CancellationToken));
        Assert.NotNull(back.SmallOf(kept.Split('/')[2]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_backup_that_fails_leaves_the_place_as_it_was(bool isThere)
    {
        using var place = new TempFolder();
        var backup = Path.Combine(place.Path, "backup");
        if (isThere) Directory.CreateDirectory(backup);
        await using var store = await DataStore.OpenAsync(Path.Combine(place.Path, "data"), TimeProvider.System, default);
        _ = new CertificateFolder(store.Folder.File(CertificateFolder.Name));

        var full = store with { BackUp = (path, _) => throw new DataFolderException($"no space for {path}") };
        var answer = await new BackupAdmin(full).RunAsync(backup, default);
        Assert.StartsWith("Nothing was backed up: no space for ", Assert.Single(answer.Lines));
        Assert.Equal(isThere, Directory.Exists(backup));
        if (isThere) Assert.Empty(Directory.EnumerateFileSystemEntries(backup));
        Assert.StartsWith("Backed up to ", Assert.Single((await new BackupAdmin(store).RunAsync(backup, default)).Lines));
    }

    private static async Task<IReadOnlyList<string>> ListAsync(TeahouseConfiguration configuration) =>
        (await AdminSession.RunAsync(configuration, new(AdminCommands.List), TimeProvider.System, default)).Lines;
}
