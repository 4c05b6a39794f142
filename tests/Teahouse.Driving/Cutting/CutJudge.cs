using Teahouse.EndToEnd.Web;

namespace Teahouse.EndToEnd.Cutting;

/// <summary>Compares what was written, what the history says, and what everybody saw.</summary>
/// <param name="history">The texts of the room, in its order.</param>
internal sealed class CutJudge(IReadOnlyList<string> history)
{
    private readonly Dictionary<string, int> _places = history.Select((text, place) => (text, place)).GroupBy(entry => entry.text).ToDictionary(group => group.Key, group => group.First().place, StringComparer.Ordinal);
    private readonly List<string> _findings = [];

    public IReadOnlyList<string> Findings => _findings;

    /// <summary>All that was written is there, once, each person's in the order of writing, and nothing else.</summary>
    /// <param name="people">What each of them wrote.</param>
    public void Wrote(IEnumerable<IReadOnlyList<string>> people)
    {
        var unknown = _places.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var written in people)
        {
            unknown.ExceptWith(written);
            _findings.AddRange(written.Where(text => !_places.ContainsKey(text)).Select(text => $"lost: {text}"));
            InOrder("the history", written.Where(_places.ContainsKey));
        }
        _findings.AddRange(unknown.Select(text => $"nobody wrote: {text}"));
        _findings.AddRange(history.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => $"doubled in the history: {group.Key}"));
    }

    /// <summary>Somebody saw all of it.</summary>
    public void SawAll(string who, IReadOnlyList<string> seen)
    {
        if (seen.SequenceEqual(history)) return;
        var at = seen.Zip(history).TakeWhile(pair => pair.First == pair.Second).Count();
        _findings.Add($"{who} sees {seen.Count} of {history.Count} messages; number {at + 1} is {seen.ElementAtOrDefault(at) ?? "missing"}, in the history {history.ElementAtOrDefault(at) ?? "nothing"}");
    }

    /// <summary>Somebody saw a part of it, perhaps with holes that were filled later: but nothing twice, nothing before what precedes it, and nothing in doubt.</summary>
    public void SawSome(string who, IReadOnlyList<ShownMessage> seen)
    {
        _findings.AddRange(seen.Where(message => message.Troubled).Select(message => $"{who} asked what to do with: {message.Text}"));
        var texts = seen.Where(message => !message.Faded).Select(message => message.Text).ToList();
        _findings.AddRange(texts.Where(text => !_places.ContainsKey(text)).Select(text => $"{who} saw as stored what is not: {text}"));
        InOrder(who, texts.Where(_places.ContainsKey));
    }

    private void InOrder(string where, IEnumerable<string> texts)
    {
        string? before = null;
        foreach (var text in texts)
        {
            if (before is not null && _places[text] == _places[before]) _findings.Add($"{where}: doubled: {text}");
            else if (before is not null && _places[text] < _places[before]) _findings.Add($"{where}: {text} comes after {before}");
            before = text;
        }
    }
}
