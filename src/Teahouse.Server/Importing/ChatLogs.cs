using Teahouse.Core.Importing;

namespace Teahouse.Server.Importing;

/// <summary>Logs that an IRC client or bouncer keeps, one line for each thing that happened; rooms are those whose names begin with #.</summary>
internal sealed class ChatLogs(IChatLogFormat format) : IImportSource
{
    public string Kind => format.Kind;

    public void Read(ImportReading reading)
    {
        var rooms = reading.Archive.Files.Select(file => (File: file, Room: format.RoomOf(file))).Where(pair => pair.Room is not null).ToList();
        if (rooms.Count == 0) throw new ImportException($"没有找到 {format.Kind} 的频道日志（{format.Example}）。", $"There are no logs of channels as {format.Kind} keeps them ({format.Example}).");
        foreach (var _ in reading.Archive.Files.Where(file => file.Last.EndsWith(".log", StringComparison.Ordinal) && format.RoomOf(file) is null))
            reading.LeaveOut("不属于频道的日志", "logs that are of no channel");
        // One channel name on two networks is two rooms.
        var names = rooms.Select(pair => pair.Room!).Distinct().CountBy(Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var room in rooms.GroupBy(pair => pair.Room!, StringComparer.Ordinal))
        {
            var number = reading.AddRoom(new(names[Name(room.Key)] == 1 ? Name(room.Key) : room.Key, "", Private: false));
            var lines = new LogLines(reading, number, format.Kind, room.Key);
            foreach (var (file, _) in room) ReadFile(reading, file, lines);
        }
    }

    private void ReadFile(ImportReading reading, ImportFile file, LogLines lines)
    {
        var (number, understood, said) = (0, 0, 0);
        var reader = format.Begin(file);
        foreach (var line in reading.ReadLines(file))
        {
            number++;
            if (line.Length == 0) continue;
            said++;
            var read = reader.Read(line);
            if (read.Understood) understood++;
            if (read.Message is { } message) lines.Add(file.Name, message);
            // The first lines tell; later ones may have been cut by a full disk.
            if (number == 20 && understood == 0) throw NotSo(file);
        }
        if (said > 0 && understood == 0) throw NotSo(file);
    }

    private static string Name(string room) => room[(room.LastIndexOf('/') + 1)..];

    private ImportException NotSo(ImportFile file) => new(
        $"{file.Name} 不是 {format.Kind} 默认格式的日志（例如：{format.ExampleLine}）。", $"{file.Name} is not written as {format.Kind} does by itself (such as: {format.ExampleLine}).");

    /// <summary>One room's lines: of those that are alike each is one more, and no time goes back.</summary>
    private sealed class LogLines(ImportReading reading, long room, string kind, string source)
    {
        private readonly Dictionary<(string, string), int> _alike = [];
        private long _time;
        private long _last;

        public void Add(string file, LogMessage message)
        {
            if (message.Time != _time) _alike.Clear();
            _time = message.Time;
            var alike = _alike[(message.Author, message.Text)] = _alike.GetValueOrDefault((message.Author, message.Text)) + 1;
            _last = Math.Max(_last, message.Time);
            reading.Add(room, file, new(ImportId.Of(kind, source, $"{message.Time}", message.Author, message.Text, $"{alike}"), _last, message.Kind, message.Author, message.Text));
        }
    }
}

/// <summary>How a client writes its logs.</summary>
internal interface IChatLogFormat
{
    string Kind { get; }

    /// <summary>Of a file's name, for people.</summary>
    string Example { get; }

    string ExampleLine { get; }

    /// <summary>Network and channel, with a slash between them; null for what is no channel's log.</summary>
    string? RoomOf(ImportFile file);

    ILogReader Begin(ImportFile file);
}

/// <summary>Reads one file's lines.</summary>
internal interface ILogReader
{
    LogLine Read(string line);
}

/// <param name="Understood">It is a line as the client writes it.</param>
/// <param name="Message">Null where nothing was said.</param>
internal readonly record struct LogLine(bool Understood, LogMessage? Message);

/// <param name="Time">Milliseconds since 1970 UTC.</param>
internal sealed record LogMessage(long Time, ImportedKind Kind, string Author, string Text);
