namespace Teahouse.Check;

/// <summary>Four letters and digits that tell one run from others on the same server.</summary>
internal static class RunMark
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Length = 4;

    public static string At(DateTimeOffset time) => string.Create(Length, time.ToUnixTimeMilliseconds() / 100, static (mark, number) =>
    {
        for (var i = Length - 1; i >= 0; i--, number /= Digits.Length) mark[i] = Digits[(int)(number % Digits.Length)];
    });
}
