using Teahouse.Server.Admin;
using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Tests.CommandLine;
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
