using System.Globalization;
using System.Text.RegularExpressions;

namespace Teahouse.Server.Importing;

/// <summary>irssi's autolog: a file for each channel, with the day where it changes. https://irssi.org/documentation/settings/#log</summary>
internal sealed partial class IrssiLogs(LocalTimes times) : IChatLogFormat
{
    public string Kind => "irssi";

    public string Example => "irclogs/NETWORK/#channel.log";

    public string ExampleLine => "12:34 <@ann> hello";

    public string? RoomOf(ImportFile file) =>
        file.Last.StartsWith('#') && file.Last.EndsWith(".log", StringComparison.Ordinal) ? file.Name[..^".log".Length] : null;

    public ILogReader Begin(ImportFile file) => new Reader(times, file.Name);

    private sealed class Reader(LocalTimes times, string name) : ILogReader
    {
        private DateTime? _day;

        public LogLine Read(string line)
        {
            if (Opened().Match(line) is { Success: true } mark)
            {
                // "Tue Jan 02 12:00:00 2024", or without the time where only the day changed.
                string[] forms = ["ddd MMM dd HH:mm:ss yyyy", "ddd MMM dd yyyy", "ddd MMM d HH:mm:ss yyyy", "ddd MMM d yyyy"];
                if (DateTime.TryParseExact(mark.Groups["time"].Value, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var day)) _day = day.Date;
                return new(_day is not null, null);
            }
            if (line.StartsWith("--- Log closed ", StringComparison.Ordinal)) return new(true, null);
            if (Said().Match(line) is not { Success: true } said || !TimeOnly.TryParse(said.Groups["time"].Value, CultureInfo.InvariantCulture, out var clock)) return new(false, null);
            if (_day is not { } today) throw new ImportException($"{name} 没有说明日期（--- Log opened …）。", $"{name} does not say of which day its lines are (--- Log opened ...).");
            return new(true, LogWords.Read(times.ToMilliseconds(today + clock.ToTimeSpan()), said.Groups["words"].Value));
        }
    }

    [GeneratedRegex("^--- (Log opened|Day changed) (?<time>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opened();

    [GeneratedRegex("^(?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2})?) (?<words>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Said();
}
