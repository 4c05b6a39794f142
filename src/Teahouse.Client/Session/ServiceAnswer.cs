using System.Globalization;
using System.Text.RegularExpressions;

namespace Teahouse.Client;

/// <summary>What a service (NickServ) said to a command.</summary>
/// <param name="Said">Its sentences, in its own language.</param>
/// <param name="Problem">Why it was not asked; null if it was.</param>
public sealed record ServiceAnswer(IReadOnlyList<string> Said, Problem? Problem = null)
{
    private const string SecretStart = "not shown again: ";

    /// <summary>A secret that is shown only once: the code that sets a new password, or a device's password. Null if there is none.</summary>
    public string? Secret => Said.Select(SecretOf).FirstOrDefault(s => s is not null);

    public bool Holds(string words) => Said.Any(s => s.Contains(words, StringComparison.Ordinal));

    private static string? SecretOf(string sentence) =>
        sentence.IndexOf(SecretStart, StringComparison.Ordinal) is >= 0 and var at && sentence[(at + SecretStart.Length)..] is { Length: > 0 } secret ? secret : null;
}

/// <summary>A device that logs in to one's account.</summary>
/// <param name="Number">Its place in the list, by which it is revoked; others move up then.</param>
/// <param name="Label">What it is called.</param>
public sealed partial record LinkedDevice(int Number, string Label, DateOnly Since, DateOnly LastUsed)
{
    /// <summary>The label of a device that nobody named.</summary>
    public const string Unnamed = "a device without a name";

    /// <summary>Reads a line of the list: "1: phone, since 2026-03-05, last used 2026-03-06". Null if it is none.</summary>
    internal static LinkedDevice? Read(string line) =>
        Line().Match(line) is { Success: true } found && int.TryParse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Day(found.Groups[3]) is { } since && Day(found.Groups[4]) is { } used
            ? new(number, found.Groups[2].Value, since, used)
            : null;

    private static DateOnly? Day(Group text) =>
        DateOnly.TryParseExact(text.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^([0-9]{1,6}): (.*), since ([0-9-]{10}), last used ([0-9-]{10})$", RegexOptions.Singleline)]
    private static partial Regex Line();
}
