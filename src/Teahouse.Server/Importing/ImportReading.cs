using System.Globalization;
using System.Text;
using System.Text.Json;
using Teahouse.Core.Importing;
using Teahouse.Storage.Importing;

namespace Teahouse.Server.Importing;

/// <summary>Reads an export's files and puts what is in them on the stage. Used by one thread at a time.</summary>
/// <param name="limits">Also those of one message here: what is longer becomes several.</param>
/// <param name="latest">Milliseconds since 1970 UTC: nothing was said after it.</param>
internal sealed class ImportReading(ImportArchive archive, ImportStage stage, ImportLimits limits, MessageSize size, long latest, ImportProgress progress, CancellationToken cancel)
{
    private readonly HashSet<string> _authors = new(StringComparer.Ordinal);
    private int _rooms;

    public ImportArchive Archive => archive;

    /// <summary>What was left out, and how often.</summary>
    public SortedDictionary<string, (Sentence What, int Count)> LeftOut { get; } = new(StringComparer.Ordinal);

    public long AddRoom(ImportedRoom room) => ++_rooms <= limits.Rooms
        ? stage.Add(room with { Source = ImportText.Line(room.Source), Topic = ImportText.Line(room.Topic) })
        : throw new ImportException($"房间太多（超过 {limits.Rooms} 个）。", $"There are too many rooms (more than {limits.Rooms}).");

    public void LeaveOut(string chinese, string english) =>
        LeftOut[english] = (new(chinese, english), LeftOut.TryGetValue(english, out var known) ? known.Count + 1 : 1);

    /// <summary>Adds a message if anything is said in it; a long one as several, the first of which has its id.</summary>
    public void Add(long room, string file, ImportedMessage message)
    {
        cancel.ThrowIfCancellationRequested();
        if (message.Time <= 0 || message.Time > latest)
            throw new ImportException($"{file} 里有一条消息的时间不可能是真的：{message.Time} 毫秒。", $"{file} has a message of a time that cannot be: {message.Time} ms.");
        message = message with { Author = ImportText.Line(message.Author) };
        _authors.Add(message.Author);
        if (_authors.Count > limits.Authors) throw new ImportException($"发言人太多（超过 {limits.Authors} 个）。", $"There are too many people (more than {limits.Authors}).");
        var number = 0;
        foreach (var part in ImportText.Parts(message.Text, size))
        {
            stage.Add(room, number == 0 ? message with { Text = part } : message with { Text = part, Id = ImportId.Of(message.Id.ToString("x32", CultureInfo.InvariantCulture), $"{number}"), Answers = default });
            number++;
        }
        if (stage.Count > limits.Messages) throw new ImportException($"消息太多（超过 {limits.Messages} 条）。", $"There are too many messages (more than {limits.Messages}).");
    }

    /// <summary>The file as one JSON document.</summary>
    public JsonDocument ReadJson(ImportFile file)
    {
        using var stream = archive.Read(file, whole: true);
        try
        {
            var document = JsonDocument.Parse(stream);
            progress.Advance(file.Bytes);
            return document;
        }
        catch (JsonException error)
        {
            throw new ImportException($"{file.Name} 不是完整的 JSON：{error.Message}", $"{file.Name} is no whole JSON: {error.Message}");
        }
    }

    /// <summary>The file's lines without their ends; bytes that are no UTF-8 are taken for Latin-1, as old logs have it.</summary>
    public IEnumerable<string> ReadLines(ImportFile file)
    {
        using var stream = archive.Read(file, whole: false);
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0; progress.Advance(read))
        {
            cancel.ThrowIfCancellationRequested();
            for (var rest = buffer.AsMemory(0, read); !rest.IsEmpty;)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                line.Write((end < 0 ? rest : rest[..end]).Span);
                if (line.Length > limits.LineBytes) throw new ImportException($"{file.Name} 有一行太长。", $"{file.Name} has a line that is too long.");
                rest = end < 0 ? default : rest[(end + 1)..];
                if (end < 0) continue;
                yield return Text(line);
                line.SetLength(0);
            }
        }
        if (line.Length > 0) yield return Text(line);
    }

    private static string Text(MemoryStream line)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length).TrimEnd((byte)'\r');
        return (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
    }
}
