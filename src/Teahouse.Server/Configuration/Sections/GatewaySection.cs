using System.Collections.Immutable;
using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class GatewaySection
{
    private const int FingerprintLength = 64;

    private static readonly TextKind OneWord = new("one word", text => text.Length > 0 && !text.Any(char.IsWhiteSpace));

    private static readonly TextKind Password = new("one word", text => text.Length > 0 && !text.Any(char.IsWhiteSpace), secret: true);

    private static readonly TextKind Fingerprint = new(
        "the SHA-256 fingerprint of a certificate, 64 hexadecimal digits, or empty",
        text => text.Replace(":", "", StringComparison.Ordinal) is var digits && digits.Length is 0 or FingerprintLength && digits.All(char.IsAsciiHexDigit));

    public static readonly ListSection<GatewayOptions> Section = new(
        "webirc", "Gateways that connect for others and say for whom with the command WEBIRC.",
        [
            new ConfigurationKey<GatewayOptions, string>(
                "name", OneWord, g => g.Name, (g, v) => g with { Name = v }, "What operators see of it. Required."),
            new ConfigurationKey<GatewayOptions, string>(
                "password", Password, g => g.Password, (g, v) => g with { Password = v },
                "The password that WEBIRC is given, or what `teahouse password` makes of it. Required."),
            new ConfigurationKey<GatewayOptions, ImmutableArray<string>>(
                "from", NetworkKind.List, g => [.. g.From.Select(NetworkKind.Write)], (g, v) => g with { From = [.. v.Select(text => NetworkKind.Parse(text)!.Value)] },
                "Addresses that it connects from. Required; the limits per address are for its clients, not for it."),
            new ConfigurationKey<GatewayOptions, string>(
                "certificate", Fingerprint, g => g.Certificate,
                (g, v) => g with { Certificate = v.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant() },
                "SHA-256 fingerprint of the TLS certificate that it must show as well. Empty: none."),
        ],
        new GatewayOptions("", "", []),
        (g, _) => g switch
        {
            { Name.Length: 0 } => ("name", $"is missing; must be {OneWord.Expected}"),
            { Password.Length: 0 } => ("password", $"is missing; must be {OneWord.Expected}"),
            { From.IsEmpty: true } => ("from", $"is missing; must be {NetworkKind.List.Expected}"),
            _ => null,
        },
        c => c.Engine.Gateways,
        (c, gateways) => c with { Engine = c.Engine with { Gateways = gateways } });
}
