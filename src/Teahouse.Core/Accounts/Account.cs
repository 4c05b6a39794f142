namespace Teahouse.Core.Accounts;

/// <summary>A durable identity: an immutable snapshot, changed only through <see cref="IAccountStore"/>.</summary>
/// <param name="Id">Positive, never reused.</param>
/// <param name="Name">As registered; unique by its folded form.</param>
/// <param name="DisplayName">What the person typed as a name; equals Name if nothing else was typed.</param>
/// <param name="Guest">Held by device credentials only; freed after 30 days unseen.</param>
/// <param name="Operator">May use operator commands (the first owner).</param>
/// <param name="Created">Milliseconds since 1970 UTC.</param>
/// <param name="LastSeen">Milliseconds since 1970 UTC; written at login and logout.</param>
public sealed record Account(
    long Id, string Name, string FoldedName, string DisplayName, bool Guest, bool Operator, long Created, long LastSeen)
{
    public AccountSettings Settings { get; init; } = new();

    /// <summary>Who used it last was a bot, and said so: the next login is one before it can say it again.</summary>
    public bool Bot { get; init; }
}

/// <summary>What an account's owner chooses for it.</summary>
/// <param name="OneSession">A second connection gets 433 instead of becoming a session of the same user.</param>
/// <param name="AutoReplay">Most lines of a room, and of direct messages, that clients which cannot ask for history are told; 0: none.</param>
public sealed record AccountSettings(KeepChoice KeepOnline = KeepChoice.Default, bool OneSession = false, int AutoReplay = AccountSettings.MostReplayed)
{
    public const int MostReplayed = 100;
}

/// <summary>Whether the user stays when its last session goes. The numbers are stored: never change one.</summary>
public enum KeepChoice { Default = 0, On = 1, Off = 2 }

/// <summary>A client certificate that logs in to an account, as the key of TLS proved it.</summary>
/// <param name="Fingerprint">SHA-256, 64 letters of lower-case hex.</param>
/// <param name="Created">Milliseconds since 1970 UTC.</param>
public sealed record AccountCertificate(string Fingerprint, long Created);

/// <summary>A password, stored once, as SCRAM-SHA-256 keeps it (RFC 5802, RFC 7677).</summary>
/// <param name="Salt">16 random bytes.</param>
/// <param name="StoredKey">H(ClientKey), 32 bytes.</param>
/// <param name="ServerKey">32 bytes.</param>
public sealed record ScramVerifier(
    int Iterations, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> StoredKey, ReadOnlyMemory<byte> ServerKey);

/// <summary>A device's credential: 256 random bits, of which the SHA-256 is kept.</summary>
/// <param name="Id">Unique within the account.</param>
/// <param name="Label">What the person calls the device.</param>
public sealed record DeviceCredential(long Id, string Label, ReadOnlyMemory<byte> Hash, long Created, long LastUsed)
{
    /// <summary>What a device is called in lists that nobody has named.</summary>
    public const string Unnamed = "a device without a name";
}
