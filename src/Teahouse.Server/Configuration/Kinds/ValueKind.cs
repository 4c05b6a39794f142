namespace Teahouse.Server.Configuration.Kinds;

/// <summary>What a key's value may be: how it is read, written, and named to people.</summary>
internal abstract class ValueKind<TValue>
{
    /// <summary>Completes "must be ...".</summary>
    public abstract string Expected { get; }

    /// <summary>The word in the table of the documentation.</summary>
    public abstract string Name { get; }

    /// <summary>A value that is wrong is not shown in the error.</summary>
    public virtual bool Secret => false;

    public abstract bool TryRead(RawValue raw, out TValue value);

    /// <summary>As TOML.</summary>
    public abstract string Write(TValue value);
}
