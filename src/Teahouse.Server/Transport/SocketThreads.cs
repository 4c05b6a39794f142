using System.Globalization;

namespace Teahouse.Server.Transport;

/// <summary>The runtime's threads that watch sockets, set up by its own variables.</summary>
internal static class SocketThreads
{
    private const string Inline = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>What arrives is read by the thread that watches the socket, without a hop to the pool. Before the first socket.</summary>
    public static void ReadInline() => Environment.SetEnvironmentVariable(Inline, "1");

    /// <summary>How many read what arrives; 1 where it is read on the pool.</summary>
    public static int Count =>
        !OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Inline) != "1" ? 1
        : int.TryParse(Environment.GetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : Environment.ProcessorCount;
}
