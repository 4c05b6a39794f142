using System.Globalization;

namespace Teahouse.Check.Driving;

/// <summary>The words of PINGs whose PONG proves that all that was told before has come: each names the tick before it was sent.</summary>
internal static class Barrier
{
    public const string Prefix = "check-";

    public static string Token(long tick) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{tick}");

    public static bool TryParse(string token, out long tick)
    {
        tick = 0;
        return token.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(token.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out tick);
    }
}
