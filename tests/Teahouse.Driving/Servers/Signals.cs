using System.Runtime.InteropServices;

namespace Teahouse.EndToEnd.Servers;

/// <summary>What .NET cannot send: signals, to one process by its id.</summary>
internal static partial class Signals
{
    private const int Sigterm = 15;

    public static void Terminate(int process)
    {
        if (Kill(process, Sigterm) != 0) throw new InvalidOperationException($"Cannot signal process {process}.");
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
