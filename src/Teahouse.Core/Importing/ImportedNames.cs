using System.Globalization;
using System.Text;
using Teahouse.Core.Hosting;
using Teahouse.Core.Names;
using Teahouse.Protocol;

namespace Teahouse.Core.Importing;

/// <summary>
/// What people and rooms of elsewhere are called here: as there, where that may be a name; else the nearest that may. Two names of there
/// are never one here. The same names in the same order get the same. Used by one thread at a time.
/// </summary>
public sealed class ImportedNames(ServerOptions options)
{
    /// <summary>What nobody could be called at all.</summary>
    private const string Nameless = "someone";

    private readonly Dictionary<string, string> _nicks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Those whose name is another here, with both names.</summary>
    public IEnumerable<(string There, string Here)> Changed => _nicks.Where(pair => pair.Key != pair.Value).Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public string NickOf(string author)
    {
        if (_nicks.TryGetValue(author, out var known)) return known;
        var nick = IsAllowed(author) ? author : Nearest(author);
        for (var number = 2; !_taken.Add(NameRules.Fold(nick)); number++) nick = WithEnd(Nearest(author), string.Create(CultureInfo.InvariantCulture, $"_{number}"));
        _nicks.Add(author, nick);
        return nick;
    }

    /// <summary>The room's name here, or null where nothing of it can be one.</summary>
    public static string? RoomOf(string source)
    {
        var name = new StringBuilder("#");
        foreach (var rune in source.TrimStart('#').Normalize().EnumerateRunes())
        {
            var next = Rune.IsWhiteSpace(rune) || rune.Value is ',' or ':' ? "_" : rune.ToString();
            if (Encoding.UTF8.GetByteCount(name.ToString()) + Encoding.UTF8.GetByteCount(next) > ChannelName.MaxBytes) break;
            if (ChannelName.TryParse($"#{next}", out _)) name.Append(next);
        }
        return ChannelName.TryParse(name.ToString(), out var room) ? room.Value : null;
    }

    private bool IsAllowed(string name) => NameRules.TryNick(name, options, out _) && !ReservedNames.Holds(name, options);

    private string Nearest(string author)
    {
        var letters = new StringBuilder();
        foreach (var rune in NameRules.Compatible(author).EnumerateRunes())
        {
            var next = rune.ToString();
            if (letters.Length == 0 && !IsAllowed(next) && IsAllowed($"_{next}")) next = $"_{next}";
            if (letters.Length == 0 ? IsAllowed(next) : NameRules.TryNick($"a{next}", options, out _)) letters.Append(next);
            else if (letters.Length > 0 && letters[^1] != '_') letters.Append('_');
        }
        var name = letters.ToString().TrimEnd('_');
        if (name.Length == 0) name = Nameless;
        name = WithEnd(name, "");
        return IsAllowed(name) ? name : IsAllowed(WithEnd(name, "_")) ? WithEnd(name, "_") : Nameless;
    }

    /// <summary>Cut so that the end has room.</summary>
    private string WithEnd(string name, string end)
    {
        var runes = name.EnumerateRunes().ToList();
        while (runes.Count > 1 && !NameRules.TryNick(string.Concat(runes) + end, options, out _)) runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes) + end;
    }
}
