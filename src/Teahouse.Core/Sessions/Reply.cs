using System.Buffers;
using System.Globalization;
using System.Text;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>
/// The answer to one command. With a label it becomes one labelled line, a labelled batch, or ACK
/// (https://ircv3.net/specs/extensions/labeled-response). Used only by the handler that runs the command.
/// </summary>
internal sealed class Reply(Session session, string? label)
{
    private const int SendAt = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly Stack<string> _batches = new();
    private byte[]? _first;
    private string? _labelBatch;
    private bool _answered;

    /// <summary>The asker wants an answer, whatever it is.</summary>
    public bool IsLabelled => label is not null;

    /// <summary>For an event whose copy to this session is the whole answer.</summary>
    public Origin Origin => label is null ? new Origin(session.Id) : new Origin(session.Id, TagNames.Label, label);

    /// <summary>The event told to this session was the answer: no ACK.</summary>
    public void AnsweredByEvent() => _answered = true;

    /// <summary>For an event whose copy to this session is one of several lines: what was said before goes first, and the batch is opened.</summary>
    public async ValueTask<Origin> OriginInBatchAsync()
    {
        if (label is not null) OpenLabelBatch();
        await FlushAsync();
        return label is null ? new Origin(session.Id) : new Origin(session.Id, TagNames.Batch, _labelBatch);
    }

    /// <summary>A numeric to this session; the last parameter is the text.</summary>
    public void Numeric(int numeric, params scoped ReadOnlySpan<string> parameters)
    {
        var line = Begin();
        line.Source(session.ServerName);
        line.Numeric(numeric);
        line.Parameter(session.NickOrStar);
        Finish(ref line, parameters);
    }

    /// <summary>A numeric that tells clients with server-time what time it is here.</summary>
    public void NumericNow(int numeric, params scoped ReadOnlySpan<string> parameters)
    {
        var line = Begin();
        if (session.Has(CapabilitySet.ServerTime)) line.Tag(TagNames.Time, ServerTime.Format(session.Engine.Now));
        line.Source(session.ServerName);
        line.Numeric(numeric);
        line.Parameter(session.NickOrStar);
        Finish(ref line, parameters);
    }

    public void Refuse(Refusal refusal, string command)
    {
        if (refusal.Numeric != 0) Numeric(refusal.Numeric, refusal.Parameters.AsSpan());
        else Fail(command, refusal.Parameters[0], refusal.Parameters.AsSpan()[1..]);
    }

    /// <summary>https://ircv3.net/specs/extensions/standard-replies</summary>
    public void Fail(string command, string code, params scoped ReadOnlySpan<string> context) => Line("FAIL", [command, code, .. context]);

    public void Note(string command, string code, params scoped ReadOnlySpan<string> context) => Line("NOTE", [command, code, .. context]);

    public void Line(string command, params scoped ReadOnlySpan<string> parameters)
    {
        var line = Begin();
        line.Source(session.ServerName);
        line.Command(command);
        Finish(ref line, parameters);
    }

    /// <summary>A line without a source: AUTHENTICATE and PING, which some clients match to the letter.</summary>
    public void Plain(string command, string parameter)
    {
        var line = Begin();
        line.Command(command);
        line.Parameter(parameter);
        line.End();
        Add(_scratch.WrittenSpan);
    }

    /// <summary>An event as this session's capabilities show it, inside the open batch if there is one.</summary>
    public void Event(Event happened)
    {
        var message = new RenderedMessage(happened);
        if (!message.IsMultiline)
        {
            Add(message.For(session.Subscriber.Capabilities, IsOwn(happened)));
            return;
        }
        // Several lines: each knows best itself whether it is the outer batch's.
        if (label is not null && _batches.Count == 0) OpenLabelBatch();
        _answered = true;
        var open = _batches.TryPeek(out var inner) ? inner : _labelBatch;
        Write(string.IsNullOrEmpty(open) ? message.For(session.Subscriber.Capabilities, IsOwn(happened)) : message.For(session.Subscriber.Capabilities, TagNames.Batch, open, IsOwn(happened)));
    }

    /// <summary>An event that is the whole answer, as its first telling was: with the label, if there is one.</summary>
    public void Echo(Event happened)
    {
        var message = new RenderedMessage(happened);
        _answered = true;
        Write(label is null ? message.For(session.Subscriber.Capabilities, IsOwn(happened)) : message.For(session.Subscriber.Capabilities, TagNames.Label, label, IsOwn(happened)));
    }

    private bool IsOwn(Event happened) => happened.ClientKey is not null && session.User is { } user && user.Snapshot.Identity == happened.Source.Identity;

    /// <summary>A line with a source of its own.</summary>
    public void From(string source, string command, params scoped ReadOnlySpan<string> parameters)
    {
        var line = Begin();
        line.Source(source);
        line.Command(command);
        Finish(ref line, parameters);
    }

    /// <summary>A service's notice.</summary>
    /// <param name="answer">Its tag <see cref="TagNames.Answer"/>; empty: none.</param>
    public void Answer(string source, string answer, string text)
    {
        var line = Begin();
        if (answer.Length > 0) line.Tag(TagNames.Answer, answer);
        line.Source(source);
        line.Command("NOTICE");
        Finish(ref line, [session.NickOrStar, text]);
    }

    /// <summary>Opens a batch; what follows is in it until <see cref="EndBatch"/>. Without the capability: nothing.</summary>
    public void BeginBatch(string type, params scoped ReadOnlySpan<string> parameters) => BeginBatch(type, null, parameters);

    /// <param name="oldest">Its tag <see cref="TagNames.Oldest"/>, or null.</param>
    public void BeginBatch(string type, SequenceTag? oldest, scoped ReadOnlySpan<string> parameters)
    {
        if (!session.Subscriber.Has(CapabilitySet.Batch)) return;
        var reference = session.NextBatch();
        // A batch that is the whole answer carries the label itself; after a first line it is one of several.
        if (label is not null && _labelBatch is null && _first is null) _labelBatch = "";
        else if (_first is not null) OpenLabelBatch();
        var labelled = _labelBatch is "" && _batches.Count == 0;
        var start = Render("BATCH", ["+" + reference, type, .. parameters], trailing: false);
        if (oldest is { } place) start = WithTag(start, TagNames.Oldest, place.Format());
        Write(labelled ? WithTag(start, TagNames.Label, label!) : InBatch(start));
        _batches.Push(reference);
        _answered = true;
    }

    public void EndBatch()
    {
        if (!session.Subscriber.Has(CapabilitySet.Batch)) return;
        var reference = _batches.Pop();
        var end = Render("BATCH", ["-" + reference], trailing: false);
        Write(_batches.Count == 0 && _labelBatch is null or "" ? end : InBatch(end));
    }

    /// <summary>Sends what has gathered if that is much; call it inside long answers.</summary>
    public ValueTask FlushIfLargeAsync() => _buffer.WrittenCount >= SendAt ? FlushAsync() : default;

    public async ValueTask CompleteAsync()
    {
        if (label is not null)
        {
            if (_first is not null) Write(WithTag(_first, TagNames.Label, label));
            else if (_labelBatch is { Length: > 0 }) Write(Render("BATCH", ["-" + _labelBatch], trailing: false));
            else if (!_answered) Write(WithTag(Render("ACK", [], trailing: false), TagNames.Label, label));
            _first = null;
        }
        await FlushAsync();
    }

    /// <summary>For a session other than the one that asked: it never waits for the peer, and is not dropped.</summary>
    public void Offer() => Keep(answer: false);

    /// <summary>Sends it without waiting for the peer: the handler waits for room before or after it.</summary>
    public void SendNow() => Keep(answer: true);

    /// <summary>Sends what has gathered, however little that is.</summary>
    public ValueTask FlushNowAsync() => FlushAsync();

    private void Keep(bool answer)
    {
        if (_buffer.WrittenCount == 0) return;
        var queue = session.Subscriber.Queue;
        if (queue.Keep(_buffer.WrittenSpan.ToArray(), answer)) queue.Flush();
        _buffer.ResetWrittenCount();
    }

    private ValueTask FlushAsync()
    {
        if (_buffer.WrittenCount == 0) return default;
        var lines = _buffer.WrittenSpan.ToArray();
        _buffer.ResetWrittenCount();
        return session.SendAsync(lines);
    }

    private readonly ArrayBufferWriter<byte> _scratch = new(256);

    private LineWriter Begin()
    {
        _scratch.ResetWrittenCount();
        return new LineWriter(_scratch);
    }

    private void Finish(ref LineWriter line, scoped ReadOnlySpan<string> parameters)
    {
        WriteParameters(ref line, parameters, trailing: true);
        Add(_scratch.WrittenSpan);
    }

    private static void WriteParameters(ref LineWriter line, scoped ReadOnlySpan<string> parameters, bool trailing)
    {
        for (var i = 0; i < parameters.Length - 1; i++) line.Parameter(IsWord(parameters[i]) ? parameters[i] : "*");
        if (parameters.Length > 0)
        {
            if (trailing) line.Trailing(parameters[^1]);
            else line.Parameter(parameters[^1]);
        }
        line.End();
    }

    /// <summary>Answers repeat what was asked: what cannot stand before the last parameter is shown as "*".</summary>
    private static bool IsWord(string text) => text.Length > 0 && text[0] != ':' && !text.Contains(' ');

    private byte[] Render(string command, scoped ReadOnlySpan<string> parameters, bool trailing)
    {
        var line = Begin();
        line.Source(session.ServerName);
        line.Command(command);
        WriteParameters(ref line, parameters, trailing);
        return _scratch.WrittenSpan.ToArray();
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        _answered = true;
        if (label is null || _batches.Count > 0 || _labelBatch is { Length: > 0 })
        {
            Write(InBatch(line));
            return;
        }
        if (_first is null && _labelBatch is null)
        {
            _first = line.ToArray();
            return;
        }
        // Opening the batch writes where the line stands.
        var second = line.ToArray();
        OpenLabelBatch();
        Write(InBatch(second));
    }

    private void OpenLabelBatch()
    {
        if (_labelBatch is { Length: > 0 }) return;
        _labelBatch = session.NextBatch();
        _answered = true;
        Write(WithTag(Render("BATCH", ["+" + _labelBatch, "labeled-response"], trailing: false), TagNames.Label, label!));
        if (_first is null) return;
        Write(WithTag(_first, TagNames.Batch, _labelBatch));
        _first = null;
    }

    private ReadOnlySpan<byte> InBatch(ReadOnlySpan<byte> line) =>
        _batches.TryPeek(out var open) ? WithTag(line, TagNames.Batch, open)
        : _labelBatch is { Length: > 0 } ? WithTag(line, TagNames.Batch, _labelBatch) : line;

    private void Write(ReadOnlySpan<byte> line) => _buffer.Write(line);

    /// <summary>The line with one tag more in front.</summary>
    private static byte[] WithTag(ReadOnlySpan<byte> line, string tag, string value)
    {
        var added = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"@{tag}={TagValue.Escape(value)}"));
        return line[0] == '@' ? [.. added, (byte)';', .. line[1..]] : [.. added, (byte)' ', .. line];
    }
}
