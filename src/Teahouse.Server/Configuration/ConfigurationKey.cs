using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration;

/// <summary>One row of the table of keys: the file, the sample and the documentation are made from it.</summary>
/// <param name="Description">One or two sentences of plain English.</param>
internal abstract record ConfigurationKey<TTarget>(string Name, string Description)
{
    public abstract string Expected { get; }

    public abstract string KindName { get; }

    public abstract bool Secret { get; }

    /// <summary>The value that <paramref name="target"/> has, as TOML.</summary>
    public abstract string Write(TTarget target);

    /// <summary>The target with the value in it, or null if the value is not what the key wants.</summary>
    public abstract TTarget? Apply(TTarget target, RawValue raw);
}

internal sealed record ConfigurationKey<TTarget, TValue>(
    string Name, ValueKind<TValue> Kind, Func<TTarget, TValue> Get, Func<TTarget, TValue, TTarget> Set, string Description)
    : ConfigurationKey<TTarget>(Name, Description)
    where TTarget : class
{
    public override string Expected => Kind.Expected;

    public override string KindName => Kind.Name;

    public override bool Secret => Kind.Secret;

    public override string Write(TTarget target) => Kind.Write(Get(target));

    public override TTarget? Apply(TTarget target, RawValue raw) => Kind.TryRead(raw, out var value) ? Set(target, value) : null;
}
