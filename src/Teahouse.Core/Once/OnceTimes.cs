namespace Teahouse.Core.Once;

/// <summary>How old and how new an id may be, in milliseconds.</summary>
internal static class OnceTimes
{
    /// <summary>For so long a message may be sent again: seven days.</summary>
    public const long Window = 7 * 24 * 60 * 60 * 1000L;

    /// <summary>A client's clock may be so far ahead: ten minutes.</summary>
    public const long Ahead = 10 * 60 * 1000;
}
