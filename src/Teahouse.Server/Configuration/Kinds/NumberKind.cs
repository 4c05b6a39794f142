using System.Globalization;

namespace Teahouse.Server.Configuration.Kinds;

/// <summary>A whole number within bounds, both included.</summary>
internal sealed class NumberKind(long least, long most) : ValueKind<long>
{
    public override string Expected => FormattableString.Invariant($"a whole number from {least} to {most}");

    public override string Name => FormattableString.Invariant($"{least} to {most}");

    public override bool TryRead(RawValue raw, out long value)
    {
        var read = raw switch
        {
            RawValue.Number number => number.Value,
            RawValue.Variable variable when
                long.TryParse(variable.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => (long?)null,
        };
        value = read ?? 0;
        return read >= least && read <= most;
    }

    public override string Write(long value) => value.ToString(CultureInfo.InvariantCulture);
}
