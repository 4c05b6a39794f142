using System.Runtime.InteropServices;

namespace Teahouse.Core.Names;

/// <summary>Names by what they look like. Used only under the lock of what owns it.</summary>
internal sealed class LookAlikes
{
    // Nearly every look has one name: a list for each would cost more than the names.
    private readonly Dictionary<string, object> _small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _capital = new(StringComparer.Ordinal);

    public void Add(string name, LookAlike look)
    {
        Add(_small, look.Small, name);
        Add(_capital, look.Capital, name);
    }

    public void Remove(string name, LookAlike look)
    {
        Remove(_small, look.Small, name);
        Remove(_capital, look.Capital, name);
    }

    /// <summary>The names that look so, small or in capitals; one may come twice.</summary>
    public IEnumerable<string> Like(LookAlike look) => Under(_small, look.Small).Concat(Under(_capital, look.Capital));

    private static List<string> Under(Dictionary<string, object> looks, string look) => looks.GetValueOrDefault(look) switch
    {
        string name => [name],
        List<string> names => names,
        _ => [],
    };

    private static void Add(Dictionary<string, object> looks, string look, string name)
    {
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(looks, look, out _);
        if (held is List<string> names) names.Add(name);
        else held = held is string other ? new List<string> { other, name } : name;
    }

    private static void Remove(Dictionary<string, object> looks, string look, string name)
    {
        if (looks.GetValueOrDefault(look) is List<string> names)
        {
            names.Remove(name);
            if (names.Count == 1) looks[look] = names[0];
        }
        else
        {
            looks.Remove(look);
        }
    }
}
