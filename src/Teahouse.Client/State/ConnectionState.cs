namespace Teahouse.Client;

/// <summary>Where the connection stands.</summary>
/// <param name="Problem">Why it is not online; null before the first failure and once online.</param>
/// <param name="RetryAt">When the next attempt starts, with <see cref="ConnectionPhase.Waiting"/>; otherwise null.</param>
/// <param name="Attempt">Attempts since it was last online, from 1; 0 while online or never started.</param>
public sealed record ConnectionState(
    ConnectionPhase Phase, Problem? Problem = null, DateTimeOffset? RetryAt = null, int Attempt = 0)
{
    public static readonly ConnectionState Idle = new(ConnectionPhase.Idle);

    public bool IsOnline => Phase == ConnectionPhase.Online;
}

public enum ConnectionPhase
{
    /// <summary>Never started, or ended by its own person.</summary>
    Idle,
    /// <summary>The network connection is being made.</summary>
    Connecting,
    /// <summary>Capabilities, login and name are being agreed on.</summary>
    Registering,
    /// <summary>Live: messages flow.</summary>
    Online,
    /// <summary>Lost; the next attempt starts by itself at <see cref="ConnectionState.RetryAt"/>.</summary>
    Waiting,
    /// <summary>A person must act (<see cref="ConnectionState.Problem"/>): trying again unchanged cannot help.</summary>
    Stopped,
}
