using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Messages;

namespace Teahouse.Web.Saved;

/// <summary>The messages that the reader saved: kept by this browser, the same in all of its tabs.</summary>
public sealed class SavedMessages
{
    public const int Most = 300;

    private const string Key = "saved";

    private readonly IDeviceStorage _storage;
    private IReadOnlyList<SavedMessage> _all;
    private HashSet<string> _ids;

    public SavedMessages(IDeviceStorage storage)
    {
        _storage = storage;
        (_all, _ids) = Read();
        storage.ChangedElsewhere += key =>
        {
            if (key != Key) return;
            (_all, _ids) = Read();
            Changed?.Invoke();
        };
    }

    public event Action? Changed;

    /// <summary>The one saved last comes first.</summary>
    public IReadOnlyList<SavedMessage> All => _all;

    public bool Holds(TimelineMessage message) => message.MessageId is { } id && _ids.Contains(id);

    /// <summary>False if this browser keeps nothing more.</summary>
    public bool Save(Conversation conversation, TimelineMessage message) =>
        message.MessageId is { } id
        && Keep([new(conversation.Name, id, message.From.Nick, message.Time, Quote.Line(message.Text)), .. _all.Where(m => m.MessageId != id).Take(Most - 1)]);

    public bool Remove(string messageId) => Keep([.. _all.Where(m => m.MessageId != messageId)]);

    /// <summary>Another device has saved it.</summary>
    public void Take(SavedMessage message) => Keep([.. _all.Where(m => m.MessageId != message.MessageId).Append(message).OrderByDescending(m => m.Time).Take(Most)]);

    /// <summary>A conversation has another name: what was saved is found there.</summary>
    public void Rename(string before, string name)
    {
        if (_all.Any(m => AsciiCase.Equals(m.Conversation, before)))
            Keep([.. _all.Select(m => AsciiCase.Equals(m.Conversation, before) ? m with { Conversation = name } : m)]);
    }

    private bool Keep(IReadOnlyList<SavedMessage> messages)
    {
        if (!_storage.Write(Key, SavedMessage.WriteAll(messages))) return false;
        (_all, _ids) = Read();
        Changed?.Invoke();
        return true;
    }

    private (IReadOnlyList<SavedMessage> All, HashSet<string> Ids) Read()
    {
        var all = SavedMessage.ReadAll(_storage.Read(Key));
        return (all, all.Select(m => m.MessageId).ToHashSet(StringComparer.Ordinal));
    }
}
