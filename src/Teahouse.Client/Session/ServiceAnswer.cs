using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What a service (NickServ, ChanServ) said to a command.</summary>
/// <param name="Problem">Why it was not asked; null if it was.</param>
public sealed record ServiceAnswer(IReadOnlyList<ServiceSentence> Sentences, Problem? Problem = null)
{
    /// <summary>All of it, in the service's own language.</summary>
    public string Said => string.Join(' ', Sentences.Select(s => s.Text));

    /// <summary>A secret that is shown only once: the code that sets a new password, or a device's password. Null if there is none.</summary>
    public string? Secret => ValuesOf(AnswerCodes.PasswordSet) is [var recovery, ..] ? recovery : ValuesOf(AnswerCodes.DeviceAdded) is [var password, ..] ? password : null;

    /// <param name="code">Of <see cref="AnswerCodes"/>.</param>
    public bool Has(string code) => ValuesOf(code) is not null;

    /// <summary>Null if it did not say that.</summary>
    internal IReadOnlyList<string>? ValuesOf(string code) => Sentences.FirstOrDefault(s => s.Code == code)?.Values;
}

/// <summary>One notice of a service.</summary>
/// <param name="Code">What it is, of <see cref="AnswerCodes"/>; empty if it is for people alone.</param>
/// <param name="Values">What belongs to the code.</param>
public sealed record ServiceSentence(string Text, string Code, IReadOnlyList<string> Values)
{
    /// <param name="answer">The tag's value, or null.</param>
    public static ServiceSentence Read(string text, string? answer = null)
    {
        var parts = (answer ?? "").Split(',');
        return new(text, parts[0], parts[1..]);
    }
}

/// <summary>A device that logs in to one's account.</summary>
/// <param name="Number">Its place in the list, by which it is revoked; others move up then.</param>
/// <param name="Label">What it is called; empty if nobody named it.</param>
public sealed record LinkedDevice(int Number, string Label, DateOnly Since, DateOnly LastUsed)
{
    /// <summary>Null if the sentence is about no device.</summary>
    internal static LinkedDevice? Read(ServiceSentence sentence) =>
        sentence is { Code: AnswerCodes.Device, Values: { Count: >= 4 } values }
        && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Day(values[1]) is { } since && Day(values[2]) is { } used
            ? new(number, string.Join(',', values.Skip(3)), since, used)
            : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
