namespace Teahouse.Client;

/// <summary>How long a typing notification holds (<see href="https://ircv3.net/specs/client-tags/typing"/>).</summary>
internal static class TypingTimes
{
    public static readonly TimeSpan Active = TimeSpan.FromSeconds(6);
    public static readonly TimeSpan Paused = TimeSpan.FromSeconds(30);

    /// <summary>The shortest time between two notifications of one's own.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromSeconds(3);
}
