using Teahouse.Core.Accounts;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Schema;
using Teahouse.Storage.Sqlite;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Tests.Schema;

public sealed class MigrationTests : IDisposable
{
    private const long Made = 1_700_000_000_000;

    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;

    public MigrationTests() => _folder = DataFolder.Lock(_temporary.Path);

    public static TheoryData<int> Older => [.. Enumerable.Range(1, Migrations.All.Count - 1)];

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Dispose();
    }

    [Theory]
    [MemberData(nameof(Older))]
    public async Task What_an_older_version_stored_is_there_in_this_one_and_it_goes_on(int version)
    {
        using (var database = Database.Open(_folder.File(TeahouseStore.FileName), readOnly: false))
        {
            Migrations.Apply(database, [.. Migrations.All.Take(version)], Made);
            database.Execute($"""
                INSERT INTO accounts (name, folded, display, guest, operator, created, seen, iterations, salt, stored_key, server_key)
                VALUES ('Ann', 'ann', 'Ann Lee', 0, 1, {Made}, {Made + 5}, 4096, x'01', x'02', x'03');
                INSERT INTO devices (account, label, hash, created, used) VALUES (1, 'phone', x'0a0b', {Made}, {Made + 1});
                INSERT INTO secrets (name, value) VALUES ('key', x'0c');
                """);
        }

        await using (var store = await TeahouseStore.OpenAsync(_folder, new StoreOptions(), TimeProvider.System))
        {
            Assert.Equal(
                new Account(1, "Ann", "ann", "Ann Lee", Guest: false, Operator: true, Made, Made + 5) { Settings = new(KeepChoice.Default, false, 100) },
                await store.Accounts.FindAsync("ann"));
            var password = await store.Accounts.PasswordAsync(1);
            Assert.Equal((4096, "01", "02", "03"), (password!.Iterations, Hex(password.Salt), Hex(password.StoredKey), Hex(password.ServerKey)));
            var device = Assert.Single(await store.Accounts.DevicesAsync(1));
            Assert.Equal(("phone", "0A0B", Made, Made + 1), (device.Label, Hex(device.Hash), device.Created, device.LastUsed));
            await store.Log.AppendAsync(await store.Log.TakeAsync(Tea), 3);
        }

        await using var again = await TeahouseStore.OpenAsync(_folder, new StoreOptions(), TimeProvider.System);
        var head = await again.Log.TakeAsync(Tea);
        Assert.Equal(["entry 1", "entry 2", "entry 3"], await again.Log.TextsAsync(head.Id, new(1, long.MaxValue, 100)));
        Assert.Equal("Ann", Assert.Single(await again.Accounts.ListAsync()).Name);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_stays_as_it_is()
    {
        await using (var store = await TeahouseStore.OpenAsync(_folder, new StoreOptions(), TimeProvider.System))
            await store.Log.AppendAsync(await store.Log.TakeAsync(Tea), 3);
        var file = _folder.File(TeahouseStore.FileName);
        using (var database = Database.Open(file, readOnly: false))
        {
            database.Execute($"INSERT INTO schema (version, applied) VALUES (99, {Made})");
            Assert.True(database.Checkpoint(truncate: true));
        }
        var bytes = await File.ReadAllBytesAsync(file);

        var refused = await Assert.ThrowsAsync<DataFolderException>(() => TeahouseStore.OpenAsync(_folder, new StoreOptions(), TimeProvider.System));

        Assert.Contains("newer Teahouse (schema 99", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);
}
