using System.Diagnostics;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Trouble;

/// <summary>A small file system in memory for a server's data, seen by that server only; it is gone with it.</summary>
internal static class SmallDisk
{
    private const string Mount = "mount -t tmpfs -o size=$1 tmpfs \"$2\" && if [ $3 = fill ]; then cat /dev/zero >\"$2/filler\" 2>/dev/null; fi; shift 3; exec \"$@\"";

    /// <summary>The command that runs a program with a disk of this size under its data folder; skips the test where the system lets nobody mount.</summary>
    /// <param name="size">As tmpfs takes it: "16m".</param>
    /// <param name="fill">Whether there is no room at all.</param>
    public static async Task<string[]> WrapperAsync(ServerFolder folder, string size, bool fill = false)
    {
        Directory.CreateDirectory(folder.Data);
        string[] unshare = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"];
        string[] wrapper = [.. unshare, "sh", "-c", Mount, "sh", size, folder.Data, fill ? "fill" : "empty"];
        using var attempt = Process.Start(new ProcessStartInfo(wrapper[0], [.. wrapper[1..], "true"]) { RedirectStandardError = true })!;
        await attempt.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(attempt.ExitCode != 0, "This system does not let us mount a file system, not even in a namespace of our own.");
        return wrapper;
    }

    /// <summary>A path in the data folder as the server sees it.</summary>
    public static string Inside(ServerProcess server, ServerFolder folder, string name) => $"/proc/{server.Id}/root{folder.Data}/{name}";

    /// <summary>Leaves no room.</summary>
    public static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 65_536, 4_096, 1 })
        {
            try
            {
                while (true) stream.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full, to the next smaller piece.
            }
        }
    }
}
