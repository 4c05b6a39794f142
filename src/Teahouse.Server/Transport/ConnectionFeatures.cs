using System.Collections;
using Microsoft.AspNetCore.Http.Features;

namespace Teahouse.Server.Transport;

/// <summary>The few features of a connection; most plain ones have none.</summary>
internal sealed class ConnectionFeatures : IFeatureCollection
{
    private KeyValuePair<Type, object>[] _all = [];

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public object? this[Type key]
    {
        get
        {
            foreach (var (type, feature) in _all)
                if (type == key) return feature;
            return null;
        }
        set
        {
            Revision++;
            var index = Array.FindIndex(_all, pair => pair.Key == key);
            if (value is null) _all = [.. _all.Where(pair => pair.Key != key)];
            else if (index < 0) _all = [.. _all, new(key, value)];
            else _all[index] = new(key, value);
        }
    }

    public TFeature? Get<TFeature>() => (TFeature?)this[typeof(TFeature)];

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<Type, object>>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
