using System.Globalization;

namespace Teahouse.EndToEnd.Killing;

/// <summary>How often what is repeated is repeated: as <c>TEAHOUSE_ROUNDS</c> says, for runs that may take an hour.</summary>
internal static class Rounds
{
    /// <param name="usual">Where nothing is said.</param>
    public static int Of(int usual) =>
        Environment.GetEnvironmentVariable("TEAHOUSE_ROUNDS") is { Length: > 0 } said ? int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}
