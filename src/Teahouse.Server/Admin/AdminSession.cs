using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Server.Certificates;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Listeners;
using Teahouse.Server.Web;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Admin;

/// <summary>Has a command done: by the running server if there is one, else on the data folder itself.</summary>
internal static class AdminSession
{
    // A server that has just taken the lock is about to open its socket.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="DataFolderException">Nobody answers, and the folder cannot be opened either.</exception>
    /// <exception cref="StartupException">The server went away before it answered.</exception>
    public static async Task<AdminAnswer> RunAsync(
        TeahouseConfiguration configuration, AdminRequest request, TimeProvider time, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (await AdminClient.TrySendAsync(configuration.DataFolder, request, cancel) is { } answer) return answer;
            try
            {
                return await RunHereAsync(configuration, request, time, cancel);
            }
            catch (DataFolderLockedException) when (time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, time, cancel);
            }
        }
    }

    private static async Task<AdminAnswer> RunHereAsync(
        TeahouseConfiguration configuration, AdminRequest request, TimeProvider time, CancellationToken cancel)
    {
        await using var store = await DataStore.OpenAsync(configuration.DataFolder, time, cancel);
        if (request.Command.StartsWith(ChannelAdmin.Prefix, StringComparison.Ordinal)) return await AboutChannelsAsync(configuration, store, request, time, cancel);
        using var passwords = new PasswordQueue(atOnce: 1);
        using var random = RandomNumberGenerator.Create();
        using var accounts = new AccountService(configuration.Engine, store.Accounts, store.Secrets, passwords, time, random);
        await accounts.LoadAsync(cancel);
        var places = await ListenerPlan.PlacesAsync(configuration, store.Secrets, cancel);
        var page = PageAddress.Everywhere(configuration, places, MachineNames.Find([]));
        return await new AdminCommands(accounts, page) { Backup = new BackupAdmin(store) }.RunAsync(request, cancel);
    }

    /// <summary>Rooms have owners: for the moment of the command there is a server without listeners.</summary>
    private static async Task<AdminAnswer> AboutChannelsAsync(
        TeahouseConfiguration configuration, DataStore store, AdminRequest request, TimeProvider time, CancellationToken cancel)
    {
        await using var chat = new ChatServer(configuration.Engine, store.Log, store.Accounts, store.Secrets, time, NullLogger<ChatServer>.Instance)
        {
            Metadata = store.Metadata, Bans = store.Bans, Audit = store.Audit,
        };
        await chat.StartAsync(cancel);
        var answer = await new AdminCommands(chat.Accounts, null) { Rooms = chat.Rooms }.RunAsync(request, cancel);
        await chat.StopAsync(cancel);
        return answer;
    }
}
