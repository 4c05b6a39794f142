using System.Buffers;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// Takes the lines of a client's batch and gives the message on when it is whole. One is open at a time.
/// Used only from the session's loop.
/// </summary>
internal sealed class MultilineInput(Session session, MessageRun run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly SearchValues<char> ReferenceLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private OpenMultiline? _open;

    /// <summary>A batch is open, and what comes are its lines.</summary>
    public bool IsOpen => _open is { Refused: false };

    /// <returns>Whether the message was a batch's frame or a line of one, and is dealt with.</returns>
    public async ValueTask<bool> TakeAsync(Message message, string? label)
    {
        if (IsOpen && session.Engine.Time.GetElapsedTime(_open!.Since) > Patience)
            await RefuseAsync(new Refusal(0, "TIMEOUT", _open.Reference, "The batch was open for too long"), null);
        if (message.Command == "BATCH")
        {
            await FrameAsync(message, label);
            return true;
        }
        if (MessageCommands.KindOf(message.Command) is not { } kind || !session.Has(CapabilitySet.Multiline)) return false;
        var reference = message.Tags[TagNames.Batch];
        if (reference is null && !IsOpen) return false;
        if (reference is null || reference != _open?.Reference) await RefuseAsync(OpenMultiline.Invalid("The line is not part of the open batch"), label);
        else if (IsOpen && _open.Add(kind, message) is { } refusal) await RefuseAsync(refusal, null);
        return true;
    }

    private async ValueTask FrameAsync(Message message, string? label)
    {
        var reference = message[0].Length > 1 ? message[0][1..] : "";
        if (message.Tags.Contains(TagNames.Batch)) await RefuseAsync(OpenMultiline.Invalid("A batch cannot be in a batch"), label);
        else if (message[0].StartsWith('-')) await CloseAsync(reference, label);
        else if (!message[0].StartsWith('+') || reference.Length == 0 || reference.AsSpan().ContainsAnyExcept(ReferenceLetters))
            await RefuseAsync(new Refusal(0, "INVALID_REFTAG", message[0], "That is no batch reference"), label);
        else if (IsOpen) await RefuseAsync(OpenMultiline.Invalid("A batch is open already"), label);
        else if (message.Count < 2 || message[1] != Capabilities.Multiline || !session.Has(CapabilitySet.Multiline | CapabilitySet.Batch))
            await RefuseNewAsync(new Refusal(0, "UNKNOWN_TYPE", reference, message.Count < 2 ? "*" : message[1], "No such type of batch"), reference, label);
        else if (message.Count < 3 || message[2].Length == 0)
            await RefuseNewAsync(OpenMultiline.Invalid("A multiline message has a target"), reference, label);
        else _open = Open(reference, message[2], message.Tags, label);
    }

    private async ValueTask CloseAsync(string reference, string? label)
    {
        if (_open is not { } open || open.Reference != reference)
        {
            await RefuseAsync(new Refusal(0, "INVALID_REFTAG", reference, "No such batch is open"), label);
            return;
        }
        if (open.Refused)
        {
            _open = null;
            return;
        }
        var (message, refusal) = open.Close();
        if (refusal is not null) await RefuseAsync(refusal, null);
        _open = null;
        if (message is not null) await run.AddAsync(message);
    }

    private OpenMultiline Open(string reference, string target, Tags tags, string? label) =>
        new(reference, target, tags, label, session.Engine.Time.GetTimestamp(), session.Engine.Options);

    /// <summary>What comes of a batch that was not opened is ignored.</summary>
    private async ValueTask RefuseNewAsync(Refusal refusal, string reference, string? label)
    {
        _open = Open(reference, "", Tags.Empty, label);
        await RefuseAsync(refusal, null);
    }

    /// <summary>The open batch ends here; what else comes of it is ignored.</summary>
    /// <param name="label">Of the line that is refused, where no batch is open that has one.</param>
    private async ValueTask RefuseAsync(Refusal refusal, string? label)
    {
        await run.FlushAsync();
        var reply = new Reply(session, IsOpen ? _open!.Label : label);
        if (_open is not null) _open.Refused = true;
        reply.Refuse(refusal, "BATCH");
        await reply.CompleteAsync();
    }
}
