using System.Globalization;
using System.Text.RegularExpressions;

namespace Teahouse.Server.Importing;

/// <summary>The log module of ZNC: a folder for each channel, a file for each day. https://wiki.znc.in/Log</summary>
internal sealed partial class ZncLogs(LocalTimes times) : IChatLogFormat
{
    public string Kind => "znc";

    public string Example => "log/NETWORK/#channel/2024-01-02.log";

    public string ExampleLine => "[12:34:56] <ann> hello";

    public string? RoomOf(ImportFile file)
    {
        var folder = file.Folder.TrimEnd('/');
        return folder[(folder.LastIndexOf('/') + 1)..].StartsWith('#') && TryDay(file, out _) ? folder : null;
    }

    public ILogReader Begin(ImportFile file) => new Reader(times, TryDay(file, out var day) ? day : throw new InvalidOperationException($"{file.Name} names no day"));

    private static bool TryDay(ImportFile file, out DateTime day) =>
        DateTime.TryParseExact(file.Last, "yyyy-MM-dd'.log'", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private sealed class Reader(LocalTimes times, DateTime day) : ILogReader
    {
        public LogLine Read(string line) =>
            Said().Match(line) is { Success: true } said && TimeOnly.TryParse(said.Groups["time"].Value, CultureInfo.InvariantCulture, out var clock)
                ? new(true, LogWords.Read(times.ToMilliseconds(day + clock.ToTimeSpan()), said.Groups["words"].Value))
                : new(false, null);
    }

    [GeneratedRegex(@"^\[(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})\] (?<words>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Said();
}
