namespace Teahouse.Client;

/// <summary>What a client needs to know before it starts.</summary>
public sealed record ClientOptions
{
    /// <summary>Makes a connection, or throws <see cref="TransportException"/>; called for every attempt.</summary>
    public required Func<CancellationToken, Task<ITransport>> Connect { get; init; }

    public required Login Login { get; init; }

    /// <summary>Where the spread of reconnects comes from; no secret depends on it.</summary>
    public required Random Random { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Rooms to join whenever connected, besides those the account is in.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>Keeps own messages that the server is not known to have, beyond the end of the program; null: they end with it.</summary>
    /// <remarks>The client works with it from <see cref="ChatClient.RunAsync"/> on until that ends, and does not dispose it.</remarks>
    public IOutboxStore? Outbox { get; init; }

    /// <summary>Keeps what was seen, for when there is no connection; null: it ends with the program.</summary>
    public IMessageArchive? Archive { get; init; }

    /// <summary>How often it is looked whether another session of the outbox has ended and left messages.</summary>
    public TimeSpan ClaimEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Where the client shares its thread with what is drawn: lets that go on, and ends when the client may. Called whenever there is more to do
    /// than fits into a part of a frame. Null: the thread is the client's own.
    /// </summary>
    public Func<Task>? Rest { get; init; }

    /// <summary>From connecting to the first word of the server: where connections hang, another attempt is better than patience.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From connecting to being online.</summary>
    public TimeSpan RegistrationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Silence after which a PING is sent.</summary>
    /// <remarks>Together with <see cref="PingTimeout"/>: a connection that died without a word is noticed within 25 seconds.</remarks>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long that PING may stay unanswered before the connection counts as lost.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the answer to a command may take.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
