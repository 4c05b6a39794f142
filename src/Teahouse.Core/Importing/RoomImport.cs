using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Importing;

/// <summary>
/// Brings what was said elsewhere into one room, as its owner would: numbered, in order, each entry with the id of its source, by which a second
/// import knows it. While it is used nobody else owns the room. Used by one thread at a time.
/// </summary>
/// <param name="kind">What it comes from, as one word: the user and host of its people.</param>
public sealed class RoomImport(IMessageLog log, MsgIds ids, ChannelName name, string kind)
{
    private const string Host = "import";
    private const int AtOnce = 500;

    private readonly Dictionary<UInt128, long> _known = [];
    private ConversationHead? _head;
    private bool _isNew;

    /// <summary>Of what is in the room already; 0: nothing is.</summary>
    public long LastTime => _head is { } head && !_isNew ? head.LastTime : 0;

    /// <summary>The room has messages, and none of them was imported.</summary>
    public bool IsForeign => !_isNew && _head is { LastSequence: > 0 } && _known.Count == 0;

    public bool IsKnown(UInt128 id) => _known.ContainsKey(id);

    /// <summary>Reads what the room has; changes nothing.</summary>
    public async ValueTask LookAsync(CancellationToken cancel)
    {
        _head = await log.FindAsync(LocalRooms.Key(name), cancel);
        // It ended with its last member: who comes next makes a new one, and so does this.
        _isNew = _head is null || _head.State.IsEmpty;
        if (_isNew) return;
        for (var from = _head!.OldestSequence; from <= _head.LastSequence;)
        {
            var entries = await log.ReadAsync(_head.Id, new LogRange(from, _head.LastSequence, AtOnce), cancel);
            if (entries.IsEmpty) return;
            foreach (var entry in entries) Note(entry);
            from = entries[^1].Sequence + 1;
        }
    }

    /// <summary>Takes the room, and makes it if it is not there.</summary>
    /// <param name="founder">The account that a new one belongs to.</param>
    /// <exception cref="ImportFailedException">The store does not take it.</exception>
    public async ValueTask BeginAsync(ImportedRoom room, long founder, long created, int topicLength, CancellationToken cancel)
    {
        _head = await log.TakeAsync(LocalRooms.Key(name), cancel);
        if (_head.State.IsEmpty && _head.LastSequence > 0) _head = await log.BeginEpochAsync(_head.Id, _head.OwnerEpoch, cancel) ?? throw new ImportFailedException(name.Value);
        _isNew = false;
        if (ChannelSettingsCodec.Decode(_head.State.Span) is { } present)
        {
            // Nobody is in it, and it belongs to nobody: it would end soon, and what comes now with it.
            if (present.Founder == 0) await AppendAsync([], ChannelSettingsCodec.Encode(present with { Founder = founder }));
            return;
        }
        var settings = ChannelSettings.New(name.Value, created) with { Founder = founder };
        if (room.Topic.Length > 0) settings = settings with { Topic = new Topic(Text.Cut(room.Topic, topicLength), $"{kind}!{kind}@{Host}", created) };
        if (room.Private) settings = settings with { Flags = settings.Flags | ChannelFlags.InviteOnly | ChannelFlags.Secret };
        await AppendAsync([], ChannelSettingsCodec.Encode(settings));
    }

    /// <summary>Stores these, in this order; they are not known, and not older than what is in the room.</summary>
    /// <exception cref="ImportFailedException">The store does not take them; none is stored.</exception>
    public async ValueTask WriteAsync(IReadOnlyList<(ImportedMessage Message, string Nick)> messages)
    {
        var entries = ImmutableArray.CreateBuilder<LogEntry>(messages.Count);
        var (sequence, time) = (_head!.LastSequence, _head.LastTime);
        foreach (var (message, nick) in messages)
        {
            time = Math.Max(time, message.Time);
            entries.Add(new LogEntry(++sequence, time, Encode(message, nick)));
            _known[message.Id] = sequence;
        }
        await AppendAsync(entries.DrainToImmutable(), null);
    }

    private async ValueTask AppendAsync(ImmutableArray<LogEntry> entries, ReadOnlyMemory<byte>? state)
    {
        var outcome = await log.AppendAsync(new Append(_head!.Id, _head.OwnerEpoch, _head.LastSequence, entries, state));
        if (outcome.Status != AppendStatus.Stored) throw new ImportFailedException(outcome.Reason);
        if (!entries.IsEmpty) _head = _head with { LastSequence = entries[^1].Sequence, LastTime = entries[^1].Time };
    }

    private byte[] Encode(ImportedMessage message, string nick)
    {
        var source = new EventSource($"{nick}!{kind}@{Host}", $"i{kind}/{nick}", null);
        var tags = StoredMarks.Imported(Write(message.Id));
        if (message.Answers != default && _known.TryGetValue(message.Answers, out var answered))
            tags = tags.With(TagNames.DraftReply, _head!.Numbering.MsgIdOf(answered, ids));
        return message.Kind switch
        {
            ImportedKind.Reaction => EventCodec.Encode(EventKind.Tagmsg, source, [name.Value], tags.With(TagNames.DraftReact, message.Text)),
            ImportedKind.Notice => EventCodec.Encode(EventKind.Notice, source, [name.Value, message.Text], tags),
            ImportedKind.Action => EventCodec.Encode(EventKind.Privmsg, source, [name.Value, $"\u0001ACTION {message.Text.ReplaceLineEndings(" ")}\u0001"], tags),
            _ => EventCodec.Encode(EventKind.Privmsg, source, [name.Value, message.Text], tags),
        };
    }

    private void Note(LogEntry entry)
    {
        if (EventCodec.Decode(entry.Payload.Span) is { Tags: var tags } && StoredMarks.ImportedAs(tags) is { } text && Read(text) is { } id) _known[id] = entry.Sequence;
    }

    private static string Write(UInt128 id)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
        return Base64Url.EncodeToString(bytes);
    }

    private static UInt128? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return Base64Url.IsValid(text, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(text, bytes, out _) ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : null;
    }
}

/// <summary>The store did not take what was to be imported.</summary>
public sealed class ImportFailedException(string reason) : Exception(reason);
