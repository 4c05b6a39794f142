using System.Collections.Immutable;

namespace Teahouse.Server.Configuration;

/// <summary>A value as the file or the environment has it, before anybody asked what it should be.</summary>
internal abstract record RawValue
{
    private RawValue()
    {
    }

    /// <summary>For "..., not X" in an error.</summary>
    public abstract string Shown { get; }

    internal sealed record Text(string Value) : RawValue
    {
        public override string Shown => $"the text \"{Value}\"";
    }

    internal sealed record Number(long Value) : RawValue
    {
        public override string Shown => FormattableString.Invariant($"{Value}");
    }

    internal sealed record Flag(bool Value) : RawValue
    {
        public override string Shown => Value ? "true" : "false";
    }

    internal sealed record List(ImmutableArray<RawValue> Items) : RawValue
    {
        public override string Shown => "a list";
    }

    /// <summary>An environment variable: text that stands for whatever the key wants.</summary>
    internal sealed record Variable(string Value) : RawValue
    {
        public override string Shown => $"\"{Value}\"";
    }

    /// <param name="Name">With its article: "a date", "a table".</param>
    internal sealed record Other(string Name) : RawValue
    {
        public override string Shown => Name;
    }
}
