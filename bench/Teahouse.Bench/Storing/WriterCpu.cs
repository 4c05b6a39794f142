using System.Globalization;

namespace Teahouse.Bench.Storing;

/// <summary>CPU time of the store's own thread, where the system tells it (Linux).</summary>
internal static class WriterCpu
{
    // The kernel cuts thread names at 15 bytes.
    private const string Name = "teahouse store";

    /// <summary>Nanoseconds of all threads of that name, or 0.</summary>
    public static long Nanoseconds()
    {
        const string Tasks = "/proc/self/task";
        if (!Directory.Exists(Tasks)) return 0;
        var sum = 0L;
        foreach (var task in Directory.GetDirectories(Tasks))
        {
            if (File.ReadAllText(Path.Combine(task, "comm")).TrimEnd() != Name) continue;
            sum += long.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture);
        }
        return sum;
    }
}
