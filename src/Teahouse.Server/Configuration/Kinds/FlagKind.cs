namespace Teahouse.Server.Configuration.Kinds;

internal sealed class FlagKind : ValueKind<bool>
{
    public static readonly FlagKind Instance = new();

    public override string Expected => "true or false";

    public override string Name => "true/false";

    public override bool TryRead(RawValue raw, out bool value)
    {
        value = raw is RawValue.Flag { Value: true } or RawValue.Variable { Value: "true" };
        return raw is RawValue.Flag or RawValue.Variable { Value: "true" or "false" };
    }

    public override string Write(bool value) => value ? "true" : "false";
}
