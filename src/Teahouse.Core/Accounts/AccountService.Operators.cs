using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Hosting;

namespace Teahouse.Core.Accounts;

public sealed partial class AccountService
{
    /// <summary>From now on these hold.</summary>
    internal void Adopt(ServerOptions next) => options = next;

    /// <summary>Whether the password is the operator's.</summary>
    /// <param name="known">Null if OPER named nobody: that takes as long.</param>
    public async ValueTask<OperOutcome> OperAsync(OperatorOptions? known, string password, CancellationToken cancel = default)
    {
        if (Encoding.UTF8.GetByteCount(password) > Passwords.LongestBytes) return OperOutcome.Refused;
        if (known is not null && !known.Password.StartsWith(OperatorPassword.Scheme, StringComparison.Ordinal))
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known.Password), Encoding.UTF8.GetBytes(password))
                ? OperOutcome.Accepted : OperOutcome.Refused;
        var verifier = known is null ? null : OperatorPassword.Parse(known.Password);
        if (passwords.TryRun(() => Passwords.Check(password, verifier ?? _nobody), cancel) is not { } check) return OperOutcome.Busy;
        return await check && verifier is not null ? OperOutcome.Accepted : OperOutcome.Refused;
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
