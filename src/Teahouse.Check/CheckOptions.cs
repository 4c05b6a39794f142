using System.Net;
using Teahouse.Check.Faults;

namespace Teahouse.Check;

/// <summary>What to do to a server.</summary>
public sealed record CheckOptions
{
    /// <summary>Where it listens for IRC.</summary>
    public required EndPoint Server { get; init; }

    /// <summary>Speak TLS. Any certificate is accepted: whoever answers there gets the passwords, <see cref="Password"/> too.</summary>
    public bool Tls { get; init; }

    /// <summary>The command line that starts it, run by the system's shell; null: it runs already, and is not killed.</summary>
    public string? Start { get; init; }

    /// <summary>How long between two kills, on average; null: it is not killed.</summary>
    public TimeSpan? KillEvery { get; init; }

    /// <summary>For PASS; null: none is asked for.</summary>
    public string? Password { get; init; }

    public int Clients { get; init; } = 10;

    /// <summary>0: one for five clients.</summary>
    public int Rooms { get; init; }

    /// <summary>How many are written in all.</summary>
    public int Messages { get; init; } = 2_000;

    /// <summary>No more are written after this time; null: however long it takes.</summary>
    public TimeSpan? Duration { get; init; }

    public FaultKinds Faults { get; init; } = FaultKinds.All;

    /// <summary>The same seed makes the same plan of faults, kills and messages. What then happens depends on the server and the machine too.</summary>
    public int Seed { get; init; }

    /// <summary>Messages of one client that wait for an answer at the same time.</summary>
    public int Window { get; init; } = 4;

    /// <summary>A connection from which nothing came for so long, though asked, is given up.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long an answer to a message may take on a connection that is alive.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the clients may take to come in at the start, to get their answers at the end, and for each page of a history.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}
