using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>A command whose answer somebody waits for.</summary>
/// <param name="Command">What FAIL names.</param>
/// <param name="Target">What error numerics name; empty if none does.</param>
/// <param name="IsAnswer">Knows the answer on servers without labels.</param>
internal sealed record Request(string Command, string Target, Func<Incoming, bool> IsAnswer, Action<Answer> Answered)
{
    public string? Label { get; init; }

    /// <summary>In the client's uptime.</summary>
    public TimeSpan Deadline { get; init; }

    /// <summary>The answer that this is, or null if it is none to this request.</summary>
    public Answer? Match(Incoming incoming)
    {
        if (Label is not null)
            return incoming.Label == Label ? new(incoming, FirstError(incoming)) : null;
        if (IsAnswer(incoming)) return new(incoming);
        return incoming is IncomingLine { Message: var message } && IsErrorFor(message) ? new(incoming, Problems.Of(message)) : null;
    }

    private static Problem? FirstError(Incoming incoming)
    {
        var lines = incoming switch
        {
            IncomingLine line => [line.Message],
            IncomingBatch batch => batch.Lines(),
            _ => [],
        };
        return lines.FirstOrDefault(IsError) is { } error ? Problems.Of(error) : null;
    }

    private bool IsErrorFor(Message message)
    {
        if (!IsError(message)) return false;
        if (message.Command == "FAIL") return message[0] == Command;
        return Target.Length > 0 && message.Parameters.Contains(Target, AsciiCase.Comparer)
            || message.Parameters.Contains(Command, AsciiCase.Comparer);
    }

    private static bool IsError(Message message) =>
        message is { Command: "FAIL", Count: >= 2 }
        || (int.TryParse(message.Command, NumberStyles.None, CultureInfo.InvariantCulture, out var numeric) && numeric is >= 400 and < 600 or 263);
}

/// <param name="Incoming">What came; null if nothing did.</param>
/// <param name="Problem">Null if it went well.</param>
internal readonly record struct Answer(Incoming? Incoming, Problem? Problem = null);
