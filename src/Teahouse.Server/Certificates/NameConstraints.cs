using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Server.Certificates;

/// <summary>
/// Which DNS names an authority may certify (RFC 5280, 4.2.1.10): who installs ours trusts it for this machine's names and home
/// networks only. Addresses are left free, since a machine gets new ones and nobody knows a site by its address.
/// </summary>
internal static class NameConstraints
{
    private const string Oid = "2.5.29.30";

    private static readonly Asn1Tag PermittedSubtrees = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);

    public static X509Extension Permit(IEnumerable<string> dnsNames)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(PermittedSubtrees))
        {
            foreach (var name in dnsNames)
            {
                using (writer.PushSequence())
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, DnsName);
            }
        }

        return new X509Extension(Oid, writer.Encode(), critical: true);
    }

    /// <summary>Whether the authority may certify the name: it is permitted, or below one that is.</summary>
    public static bool Cover(X509Certificate2 authority, string name) =>
        Permitted(authority).Any(permitted => name == permitted || name.EndsWith('.' + permitted, StringComparison.Ordinal));

    private static List<string> Permitted(X509Certificate2 authority)
    {
        var names = new List<string>();
        if (authority.Extensions[Oid] is not { } extension) return names;
        var subtrees = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(PermittedSubtrees);
        while (subtrees.HasData)
            names.Add(subtrees.ReadSequence().ReadCharacterString(UniversalTagNumber.IA5String, DnsName));
        return names;
    }
}
