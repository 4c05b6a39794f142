using System.Globalization;
using System.Text.RegularExpressions;

namespace Teahouse.Server.Importing;

/// <summary>The text logs of The Lounge: a file for each channel, with the time of each line. https://thelounge.chat/docs/configuration#messagestorage</summary>
internal sealed partial class LoungeLogs : IChatLogFormat
{
    public string Kind => "thelounge";

    public string Example => "logs/USER/NETWORK/#channel.log";

    public string ExampleLine => "[2024-01-02T12:34:56.789Z] <@ann> hello";

    public string? RoomOf(ImportFile file) =>
        file.Last.StartsWith('#') && file.Last.EndsWith(".log", StringComparison.Ordinal) ? file.Name[..^".log".Length] : null;

    public ILogReader Begin(ImportFile file) => new Reader();

    private sealed class Reader : ILogReader
    {
        public LogLine Read(string line) =>
            Said().Match(line) is { Success: true } said
            && DateTimeOffset.TryParseExact(said.Groups["time"].Value, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? new(true, LogWords.Read(time.ToUnixTimeMilliseconds(), said.Groups["words"].Value))
                : new(false, null);
    }

    [GeneratedRegex(@"^\[(?<time>[0-9T:.-]+Z)\] (?<words>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Said();
}
