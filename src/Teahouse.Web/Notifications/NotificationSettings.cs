using System.Globalization;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Notifications;

/// <summary>What the reader wants to be told of: kept by this browser, the same in all of its tabs.</summary>
public sealed class NotificationSettings
{
    private const string Prefix = "notify";
    private const string OnKey = "notify";
    private const string SoundKey = "notify.sound";
    private const string NotNowKey = "notify.not-now";
    private const string HoursKey = "notify.quiet";
    private const string WordsKey = "notify.words";
    private const string RulePrefix = "notify.rule.";
    private const int MostWords = 50;

    private readonly IDeviceStorage storage;

    // The list of rooms asks for every room whenever it is drawn. There are as many keys as settings and rooms.
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    public NotificationSettings(IDeviceStorage storage)
    {
        this.storage = storage;
        storage.ChangedElsewhere += key =>
        {
            if (!key.StartsWith(Prefix, StringComparison.Ordinal)) return;
            known.Clear();
            Changed?.Invoke();
        };
    }

    public event Action? Changed;

    /// <summary>Notifications are wanted; the browser must allow them besides.</summary>
    public bool IsOn => Read(OnKey) is not null;

    public bool HasSound => Read(SoundKey) is not null;

    /// <summary>Do not disturb.</summary>
    public bool IsNotNow => Read(NotNowKey) is not null;

    /// <summary>Null: none.</summary>
    public QuietHours? Quiet =>
        Read(HoursKey)?.Split('-') is [var from, var to] && Minute(from) is { } start && Minute(to) is { } end ? new QuietHours(start, end) : null;

    /// <summary>Words besides the own name, as they were typed: separated by commas.</summary>
    public string Typed => Read(WordsKey) ?? "";

    public IReadOnlyList<string> Words =>
        [.. Typed.Split([',', '，', '、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords)];

    public NotificationRule RuleOf(Conversation conversation) =>
        Enum.TryParse<NotificationRule>(Read(RuleKey(conversation)), ignoreCase: true, out var rule) ? rule : UsualRule(conversation);

    public bool IsMuted(Conversation conversation) => RuleOf(conversation) == NotificationRule.None;

    public void SetOn(bool on) => Keep(OnKey, on ? "1" : null);

    public void SetSound(bool on) => Keep(SoundKey, on ? "1" : null);

    public void SetNotNow(bool on) => Keep(NotNowKey, on ? "1" : null);

    public void SetQuiet(QuietHours? hours) =>
        Keep(HoursKey, hours is { } h ? string.Create(CultureInfo.InvariantCulture, $"{h.From}-{h.To}") : null);

    public void SetWords(string typed) => Keep(WordsKey, typed.Trim() is { Length: > 0 } some ? some : null);

    public void SetRule(Conversation conversation, NotificationRule rule) =>
        Keep(RuleKey(conversation), rule == UsualRule(conversation) ? null : rule.ToString().ToLowerInvariant());

    /// <summary>Muted, or as everybody begins.</summary>
    public void SetMuted(Conversation conversation, bool muted) => SetRule(conversation, muted ? NotificationRule.None : UsualRule(conversation));

    /// <summary>A conversation has another name: its rule stays.</summary>
    public void Rename(string before, string name)
    {
        var (from, to) = (RuleKey(before), RuleKey(name));
        if (from == to || Read(from) is not { } rule) return;
        Keep(to, rule);
        Keep(from, null);
    }

    /// <summary>Another device has chosen this for a conversation; null: as everybody begins.</summary>
    public void TakeRule(string name, string? rule) => Keep(RuleKey(name), rule);

    private static NotificationRule UsualRule(Conversation conversation) => conversation is DirectChat ? NotificationRule.All : NotificationRule.Mentions;

    private static string RuleKey(Conversation conversation) => RuleKey(conversation.Name);

    private static string RuleKey(string name) => RulePrefix + AsciiCase.Fold(name);

    private static int? Minute(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 24 * 60 ? minute : null;

    private string? Read(string key)
    {
        if (!known.TryGetValue(key, out var value)) known[key] = value = storage.Read(key);
        return value;
    }

    private void Keep(string key, string? value)
    {
        if (value is null) storage.Remove(key);
        else storage.Write(key, value);
        known.Clear();
        Changed?.Invoke();
    }
}
