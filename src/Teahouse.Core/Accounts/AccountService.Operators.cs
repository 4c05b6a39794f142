using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Accounts;

public sealed partial class AccountService
{
    // A gateway shows its password with every client: the slow hash is paid once. Bounded by what the configuration holds.
    private readonly ConcurrentDictionary<string, byte[]> _proved = new(StringComparer.Ordinal);

    /// <summary>From now on these hold.</summary>
    internal void Adopt(ServerOptions next)
    {
        options = next;
        _proved.Clear();
    }

    /// <summary>Whether the password is the one that a configuration holds, plain or hashed.</summary>
    /// <param name="configured">Null if nobody was named: that takes as long.</param>
    public async ValueTask<OperOutcome> CheckConfiguredAsync(string? configured, string password, CancellationToken cancel = default)
    {
        if (Encoding.UTF8.GetByteCount(password) > Passwords.LongestBytes) return OperOutcome.Refused;
        if (configured is not null && !configured.StartsWith(OperatorPassword.Scheme, StringComparison.Ordinal))
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(configured), Encoding.UTF8.GetBytes(password))
                ? OperOutcome.Accepted : OperOutcome.Refused;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(password));
        if (configured is not null && _proved.TryGetValue(configured, out var proved) && CryptographicOperations.FixedTimeEquals(proved, digest)) return OperOutcome.Accepted;
        var verifier = configured is null ? null : OperatorPassword.Parse(configured);
        if (passwords.TryRun(() => Passwords.Check(password, verifier ?? _nobody), cancel) is not { } check) return OperOutcome.Busy;
        if (!await check || verifier is null) return OperOutcome.Refused;
        _proved[configured!] = digest;
        return OperOutcome.Accepted;
    }

    /// <summary>The account's devices, for operators.</summary>
    public ValueTask<ImmutableArray<DeviceCredential>> DevicesAsync(long id, CancellationToken cancel = default) => accounts.DevicesAsync(id, cancel);
}

/// <summary>The answer to OPER.</summary>
public enum OperOutcome
{
    Refused,
    Accepted,
    /// <summary>Too many passwords wait to be checked.</summary>
    Busy,
}

/// <summary>
/// An operator's password as a configuration may hold it instead of the password itself:
/// <c>SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey</c>, the form of RFC 5803 that PostgreSQL keeps too.
/// </summary>
public static class OperatorPassword
{
    public const string Scheme = "SCRAM-SHA-256$";

    public static string Format(ScramVerifier verifier) => string.Create(CultureInfo.InvariantCulture,
        $"{Scheme}{verifier.Iterations}:{Base64(verifier.Salt)}${Base64(verifier.StoredKey)}:{Base64(verifier.ServerKey)}");

    /// <summary>Null if it does not have the form.</summary>
    public static ScramVerifier? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var parts = text[Scheme.Length..].Split('$', ':');
        return parts.Length == 4 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations > 0
            && TryBytes(parts[1], out var salt) && TryBytes(parts[2], out var stored) && TryBytes(parts[3], out var server)
            ? new ScramVerifier(iterations, salt, stored, server) : null;
    }

    private static string Base64(ReadOnlyMemory<byte> bytes) => Convert.ToBase64String(bytes.Span);

    private static bool TryBytes(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return false;
        bytes = bytes[..length];
        return length > 0;
    }
}
