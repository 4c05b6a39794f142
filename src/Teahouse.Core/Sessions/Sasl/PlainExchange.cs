using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Protocol;

namespace Teahouse.Core.Sessions.Sasl;

/// <summary>PLAIN: a password, or the credential of a device. https://www.rfc-editor.org/rfc/rfc4616</summary>
internal sealed class PlainExchange(Session session) : SaslExchange
{
    public override async ValueTask<SaslStep> NextAsync(byte[] message, CancellationToken cancel)
    {
        var read = SaslPlain.TryDecode(message, out var plain);
        CryptographicOperations.ZeroMemory(message);
        if (!read || (plain.AuthorizationId.Length > 0 && !LoginName.AreOne(plain.AuthorizationId, plain.AuthenticationId)))
            return SaslStep.Failed(SaslFailure.Wrong);
        var login = await session.Engine.Accounts.LoginAsync(plain.AuthenticationId, plain.Password, cancel);
        return login.Account is { } account ? SaslStep.Success(account, login.Device, login.DeviceName)
            : SaslStep.Failed(login.Refusal == LoginRefusal.Busy ? SaslFailure.Busy : SaslFailure.Wrong);
    }
}
