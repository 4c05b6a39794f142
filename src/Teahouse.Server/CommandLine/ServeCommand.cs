using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Teahouse.Core.Accounts;
using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;
using Teahouse.Server.Texts;

namespace Teahouse.Server.CommandLine;

internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the server until it is told to stop (Ctrl+C, SIGTERM).");
        var config = TeahouseCommands.ConfigOption();
        command.Options.Add(config);
        command.SetAction((parsed, _) => RunAsync(TeahouseCommands.Load(parsed, config), TimeProvider.System));
        return command;
    }

    private static async Task<int> RunAsync(TeahouseConfiguration configuration, TimeProvider time)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));

        using var logs = Logs.Create(configuration.LogLevel, time);
        await using var store = await DataStore.OpenAsync(configuration.DataFolder, time, CancellationToken.None);
        await using var host = await TeahouseHost.StartAsync(configuration, store, logs, time, CancellationToken.None);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            host.Rehash();
        });
        var banner = new Banner(BannerTexts.For(CultureInfo.CurrentUICulture), configuration, host.Listeners, host.Names, Console.Out);
        banner.Write(host.Certificates?.Authority, await OwnerTokenAsync(host.Chat.Accounts));
        if (await Task.WhenAny(stop.Task, store.Log.Broken) == stop.Task) return 0;
        throw new StartupException(await store.Log.Broken);
    }

    /// <summary>Of the link by which somebody becomes the owner; null if somebody is. Only its hash is kept, so each start makes another.</summary>
    private static async Task<string?> OwnerTokenAsync(AccountService accounts) =>
        (await accounts.ListAsync()).Any(account => account.Operator) ? null : await accounts.MakeOwnerTokenAsync();

    private static void Stop(PosixSignalContext context, TaskCompletionSource stop)
    {
        // The first asks nicely; a second one is the system's to act on.
        context.Cancel = stop.TrySetResult();
    }
}
