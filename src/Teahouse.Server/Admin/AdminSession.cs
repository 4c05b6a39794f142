using Teahouse.Server.Configuration;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.Admin;

/// <summary>Has a command done: by the running server.</summary>
internal static class AdminSession
{
    /// <exception cref="StartupException">It is not possible.</exception>
    public static async Task<AdminAnswer> RunAsync(TeahouseConfiguration configuration, AdminRequest request, CancellationToken cancel) =>
        await AdminClient.TrySendAsync(configuration.DataFolder, request, cancel)
            ?? throw new StartupException($"No server runs on the data folder {configuration.DataFolder}.");
}
