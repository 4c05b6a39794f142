using Teahouse.Core.Accounts;

namespace Teahouse.Core.Services.Nicknames;

/// <summary>CERT.</summary>
internal static class Certificates
{
    public static readonly ServiceCommand Row = new("CERT", 1, ServiceAccess.Account, "LIST|ADD|DEL [<fingerprint>]",
        [NickServTexts.CertSummary, NickServTexts.CertList, NickServTexts.CertAdd, NickServTexts.CertDel], RunAsync);

    private static async ValueTask RunAsync(ServiceContext context)
    {
        switch (context[0].ToUpperInvariant())
        {
            case "LIST":
                await ListAsync(context);
                break;
            case "ADD":
                await AddAsync(context);
                break;
            case "DEL" when context.Count > 1:
                await RemoveAsync(context);
                break;
            default:
                context.ShowUsage();
                break;
        }
    }

    private static async ValueTask ListAsync(ServiceContext context)
    {
        var certificates = await context.Engine.Accounts.CertificatesAsync(context.Account.Id);
        if (certificates.IsEmpty) context.Say(NickServTexts.NoCertificates);
        foreach (var certificate in certificates) context.Say(NickServTexts.Certificate(certificate.Fingerprint, ServiceTexts.Day(certificate.Created)));
    }

    private static async ValueTask AddAsync(ServiceContext context)
    {
        var text = context.Count > 1 ? context[1] : context.Session.Connection.CertificateFingerprint;
        if (text is null) context.Say(NickServTexts.NoCertificate);
        else if (!CertificateFingerprints.TryParse(text, out var fingerprint)) context.Say(NickServTexts.NoFingerprint);
        else
        {
            context.Say(await context.Engine.Accounts.AddCertificateAsync(context.Account.Id, fingerprint) switch
            {
                CertificateOutcome.Added => NickServTexts.CertificateAdded(fingerprint),
                CertificateOutcome.TooMany => NickServTexts.TooManyCertificates,
                _ => NickServTexts.CertificateTaken,
            });
        }
    }

    private static async ValueTask RemoveAsync(ServiceContext context)
    {
        if (!CertificateFingerprints.TryParse(context[1], out var fingerprint)) context.Say(NickServTexts.NoFingerprint);
        else context.Say(await context.Engine.Accounts.RemoveCertificateAsync(context.Account.Id, fingerprint) ? NickServTexts.CertificateRemoved : NickServTexts.NoSuchCertificate);
    }
}
