using System.Collections.Immutable;

namespace Teahouse.Core.Accounts;

/// <summary>The client certificates that log in to an account.</summary>
public sealed partial class AccountService
{
    /// <summary>Most certificates of one account.</summary>
    public const int MostCertificates = 10;

    public ValueTask<ImmutableArray<AccountCertificate>> CertificatesAsync(long id, CancellationToken cancel = default) => accounts.CertificatesAsync(id, cancel);

    /// <param name="fingerprint">As <see cref="CertificateFingerprints.TryParse"/> gives it.</param>
    public async ValueTask<CertificateOutcome> AddCertificateAsync(long id, string fingerprint, CancellationToken cancel = default)
    {
        if ((await accounts.CertificatesAsync(id, cancel)).Length >= MostCertificates) return CertificateOutcome.TooMany;
        return await accounts.AddCertificateAsync(id, fingerprint, Now, cancel) ? CertificateOutcome.Added : CertificateOutcome.Taken;
    }

    /// <summary>False if the account has no such certificate.</summary>
    public ValueTask<bool> RemoveCertificateAsync(long id, string fingerprint, CancellationToken cancel = default) =>
        accounts.RemoveCertificateAsync(id, fingerprint, cancel);
}

public enum CertificateOutcome
{
    Added,
    /// <summary>It logs in to an account already, this one or another.</summary>
    Taken,
    TooMany,
}

/// <summary>A certificate's SHA-256 as people write it.</summary>
public static class CertificateFingerprints
{
    private const int Letters = 64;

    /// <summary>Hex in any case, with or without colons; the result is 64 letters of lower-case hex.</summary>
    public static bool TryParse(string text, out string fingerprint)
    {
        fingerprint = text.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
        return fingerprint.Length == Letters && fingerprint.All(char.IsAsciiHexDigitLower);
    }
}
