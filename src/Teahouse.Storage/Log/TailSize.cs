using Teahouse.Core.Log;

namespace Teahouse.Storage.Log;

/// <summary>What entries take in memory while they are not in pages.</summary>
internal static class TailSize
{
    // The entry, its array, its places in lists.
    private const int PerEntry = 160;
    private const int PerAppend = 160;

    public static int Of(LogEntry entry) => PerEntry + entry.Payload.Length;

    public static int Of(Append append)
    {
        var bytes = PerAppend + (append.State?.Length ?? 0);
        foreach (var entry in append.Entries) bytes += Of(entry);
        return bytes;
    }
}
