using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Teahouse.Server.Hosting;

/// <summary>The program's log: one line each on standard output.</summary>
internal static class Logs
{
    // Put together by hand: the usual builder costs a tenth of the time that a start may take.
    public static ILoggerFactory Create(LogLevel level, TimeProvider time)
    {
        var filter = new LoggerFilterOptions { MinLevel = level };
        filter.Rules.Add(new(null, "Microsoft", level < LogLevel.Information ? level : LogLevel.Warning, null));
        var console = new ConsoleLoggerProvider(
            new Settings(new ConsoleLoggerOptions { FormatterName = LineFormatter.FormatterName }), [new LineFormatter(time)]);
        return new LoggerFactory([console], filter);
    }

    private sealed class Settings(ConsoleLoggerOptions options) : IOptionsMonitor<ConsoleLoggerOptions>
    {
        public ConsoleLoggerOptions CurrentValue => options;

        public ConsoleLoggerOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<ConsoleLoggerOptions, string?> listener) => null;
    }
}
