using System.Globalization;
using Teahouse.Protocol;
using Teahouse.Web.Browser;
using Teahouse.Web.Notifications;
using Teahouse.Web.Saved;

namespace Teahouse.Web.Following;

/// <summary>What of this browser's belongings the reader's other devices have too: rules of rooms (mutes), drafts, saved messages.</summary>
public sealed class SharedThings(IDeviceStorage storage, NotificationSettings notify, SavedMessages saved)
{
    private const string Rule = "rule";
    private const string Draft = "draft";
    private const string Save = "saved";
    private const string RulePrefix = "notify.rule.";
    private const string DraftPrefix = "draft.";

    // The server takes a hundred facts of an account.
    private static readonly Dictionary<string, int> Most = new(StringComparer.Ordinal) { [Rule] = 30, [Draft] = 15, [Save] = 40 };

    /// <summary>All of it that has a place at the server.</summary>
    /// <param name="agreed">What has one already keeps it.</param>
    public IReadOnlyDictionary<string, string> Here(IReadOnlyDictionary<string, string> agreed)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = agreed.Keys.GroupBy(Fact.KindOf).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var (key, value) in Rules().Concat(Drafts()).Concat(Saved()))
        {
            var kind = Fact.KindOf(key);
            if (!Fact.Fits(value))
            {
                // Too long by now: elsewhere what it was stays.
                if (agreed.TryGetValue(key, out var before)) facts[key] = before;
                continue;
            }
            if (!agreed.ContainsKey(key))
            {
                if (counts.GetValueOrDefault(kind) >= Most[kind]) continue;
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }
            facts[key] = value;
        }
        return facts;
    }

    /// <param name="value">Null: it is gone.</param>
    /// <param name="before">What it was here; null: nothing.</param>
    public void Take(string key, string? value, string? before)
    {
        var (name, text) = Fact.Read(value ?? before ?? "");
        if (name.Length == 0) return;
        switch (Fact.KindOf(key))
        {
            case Rule: notify.TakeRule(name, value is null ? null : text); break;
            case Draft when value is null: storage.Remove(DraftPrefix + name); break;
            case Draft: storage.Write(DraftPrefix + name, text); break;
            case Save when value is null: saved.Remove(text.Split(' ')[0]); break;
            case Save when ReadSaved(name, text) is { } message: saved.Take(message); break;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Rules() =>
        storage.Keys(RulePrefix).Select(key => Of(Rule, key[RulePrefix.Length..], storage.Read(key) ?? ""));

    private IEnumerable<KeyValuePair<string, string>> Drafts() =>
        storage.Keys(DraftPrefix).Select(key => Of(Draft, key[DraftPrefix.Length..], storage.Read(key) ?? ""));

    private IEnumerable<KeyValuePair<string, string>> Saved() => saved.All.Select(m => new KeyValuePair<string, string>(
        Fact.Key(Save, m.MessageId),
        Fact.Cut(Fact.Write(m.Conversation, string.Create(CultureInfo.InvariantCulture, $"{m.MessageId} {m.Time.ToUnixTimeMilliseconds()} {m.Nick} {m.Text}")))));

    private static KeyValuePair<string, string> Of(string kind, string name, string text) => new(Fact.Key(kind, AsciiCase.Fold(name)), Fact.Write(name, text));

    private static SavedMessage? ReadSaved(string conversation, string text) =>
        text.Split(' ', 4) is [{ Length: > 0 } id, var time, { Length: > 0 } nick, var said]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var millis) && millis <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new(conversation, id, nick, DateTimeOffset.FromUnixTimeMilliseconds(millis), said)
            : null;
}
