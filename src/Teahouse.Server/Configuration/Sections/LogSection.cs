using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class LogSection
{
    private static readonly ChoiceKind<LogLevel> Levels = new(
        ("trace", LogLevel.Trace), ("debug", LogLevel.Debug), ("info", LogLevel.Information),
        ("warning", LogLevel.Warning), ("error", LogLevel.Error), ("none", LogLevel.None));

    public static readonly SingleSection Section = new("log", "What the program writes to its standard output.",
    [
        new ConfigurationKey<TeahouseConfiguration, LogLevel>(
            "level", Levels, c => c.LogLevel, (c, v) => c with { LogLevel = v },
            "What is not at least this important is left out. Passwords and messages are never written, at no level."),
    ]);
}
