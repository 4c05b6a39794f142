using System.Buffers.Binary;
using System.Text;

namespace Teahouse.EndToEnd.Power;

/// <summary>What a program did to its files: the kinds of power.c.</summary>
internal enum DiskAct
{
    Opened = 1,
    Created,
    Written,
    Cut,
    Synced,
    FolderSynced,
    Renamed,
    Removed,
    FolderMade,
    Linked,
    SyncFailed,
}

/// <summary>One thing done to a file or a folder.</summary>
/// <param name="Index">From 0, in the order in which it was done.</param>
/// <param name="File">A number that a file has in one record; 0 if it is about a name.</param>
/// <param name="Offset">Where it was written, the new length; of a sync: the index of the first step that it did not wait for.</param>
/// <param name="Bytes">What was written, or paths.</param>
/// <param name="End">The length of the record after it.</param>
internal sealed record DiskStep(int Index, DiskAct Act, int File, long Offset, ReadOnlyMemory<byte> Bytes, long End)
{
    private const int HeadBytes = 24;

    public string Path => Paths[0];

    public string OtherPath => Paths[1];

    /// <summary>The folder whose list of names it changes.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    private string[] Paths => Encoding.UTF8.GetString(Bytes.Span).Split('\0');

    /// <summary>All of a record that were finished when its program ended.</summary>
    public static List<DiskStep> Read(byte[] record)
    {
        var steps = new List<DiskStep>();
        for (var start = 0; start + HeadBytes <= record.Length;)
        {
            var head = record.AsSpan(start, HeadBytes);
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(head[16..]);
            var end = start + HeadBytes + length;
            if (end > record.Length) break;
            steps.Add(new(steps.Count, (DiskAct)BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[4..]),
                BinaryPrimitives.ReadInt64LittleEndian(head[8..]), record.AsMemory(start + HeadBytes, length), end));
            start = end;
        }
        return steps;
    }
}
