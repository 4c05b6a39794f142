using System.Collections.Frozen;

namespace Teahouse.Core.Commands;

/// <summary>How often each command was used since the start. Any thread may use it.</summary>
internal sealed class CommandUses
{
    private readonly FrozenDictionary<string, int> _places;
    private readonly string[] _names;
    private readonly long[] _counts;

    public CommandUses()
    {
        _names = [.. CommandTable.All.Select(c => c.Name).Order(StringComparer.Ordinal)];
        _counts = new long[_names.Length];
        _places = Enumerable.Range(0, _names.Length).ToFrozenDictionary(i => _names[i], StringComparer.Ordinal);
    }

    /// <summary>Those that were used, by name.</summary>
    public IEnumerable<(string Name, long Count)> All =>
        _names.Select((name, i) => (name, Interlocked.Read(ref _counts[i]))).Where(use => use.Item2 > 0);

    public void Count(Command command) => Interlocked.Increment(ref _counts[_places[command.Name]]);
}
