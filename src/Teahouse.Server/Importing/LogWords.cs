using System.Text.RegularExpressions;
using Teahouse.Core.Importing;

namespace Teahouse.Server.Importing;

/// <summary>What stands behind the time in a line, as most clients write it.</summary>
internal static partial class LogWords
{
    /// <summary>Null where nothing was said: somebody came, went, or changed something.</summary>
    public static LogMessage? Read(long time, string words)
    {
        if (Message().Match(words) is { Success: true } said) return new(time, ImportedKind.Message, said.Groups["nick"].Value, said.Groups["text"].Value);
        if (Action().Match(words) is { Success: true } done) return new(time, ImportedKind.Action, done.Groups["nick"].Value, done.Groups["text"].Value);
        return Notice().Match(words) is { Success: true } told ? new(time, ImportedKind.Notice, told.Groups["nick"].Value, told.Groups["text"].Value) : null;
    }

    [GeneratedRegex("^<[ @+%&~!]?(?<nick>[^ <>]+)> (?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Message();

    [GeneratedRegex(@"^ ?\* [@+%&~!]?(?<nick>[^ *]+) (?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Action();

    [GeneratedRegex("^-(?<nick>[^ !:-][^ :]*?)(:[#&][^ ]*)?- (?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Notice();
}
