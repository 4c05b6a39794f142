using System.Text;
using System.Text.Unicode;
using Teahouse.Core.Accounts;
using Teahouse.Core.Names;

namespace Teahouse.Core.Sessions.Sasl;

/// <summary>EXTERNAL: TLS proved who holds the certificate's key, and an account knows the certificate. https://www.rfc-editor.org/rfc/rfc4422#appendix-A</summary>
internal sealed class ExternalExchange(Session session) : SaslExchange
{
    public override async ValueTask<SaslStep> NextAsync(byte[] message, CancellationToken cancel)
    {
        if (!Utf8.IsValid(message) || session.Connection.CertificateFingerprint is not { } fingerprint) return SaslStep.Failed(SaslFailure.Wrong);
        var asked = LoginName.Parse(Encoding.UTF8.GetString(message));
        if (await session.Engine.Accounts.LoginByCertificateAsync(fingerprint, cancel) is not { } account) return SaslStep.Failed(SaslFailure.Wrong);
        return asked.Account.Length == 0 || NameRules.Fold(asked.Account) == account.FoldedName ? SaslStep.Success(account, deviceName: asked.Device) : SaslStep.Failed(SaslFailure.Wrong);
    }
}
