using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Where people are in time, if they say so: metadata (docs/extensions/timezone.md).</summary>
public sealed partial class ChatClient
{
    private const string TimeZoneKey = "teahouse.chat/timezone";

    /// <summary>Says it to everybody, until it is said otherwise.</summary>
    /// <param name="zone">A name of the IANA database, as Asia/Shanghai; null: nothing is said any more.</param>
    public Task<Problem?> SetTimeZoneAsync(string? zone) => AskAsync(
        zone is null ? ["METADATA", "*", "SET", TimeZoneKey] : ["METADATA", "*", "SET", TimeZoneKey, zone], TimeZoneKey,
        m => m.Command is "761" or "766" && m.Parameters.Contains(TimeZoneKey));

    /// <summary>What somebody said; null: nothing, or it cannot be known now. Nobody has checked it.</summary>
    public Task<string?> TimeZoneOfAsync(string nick)
    {
        if (!State.Connection.IsOnline) return Task.FromResult<string?>(null);
        var done = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ask(new Message("METADATA", nick, "GET", TimeZoneKey), new("METADATA", nick, i => i is IncomingLine { Message.Command: "761" or "766" }, answer => done.SetResult(ZoneIn(answer.Incoming))));
        _mailbox.Nudge();
        return done.Task;
    }

    // 761: asker, target, key, visibility, value
    private static string? ZoneIn(Incoming? incoming)
    {
        IEnumerable<Message> lines = incoming switch { IncomingBatch batch => batch.Lines(), IncomingLine line => [line.Message], _ => [] };
        return lines.FirstOrDefault(m => m is { Command: "761", Count: 5 } && m[2] == TimeZoneKey)?[4];
    }
}
