using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Teahouse.Core.Accounts;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Sessions.Sasl;

/// <summary>
/// SCRAM-SHA-256 against the verifier that is stored: the password itself never comes here. For a name that is no account the
/// exchange runs the same way and fails at its end. https://www.rfc-editor.org/rfc/rfc5802, https://www.rfc-editor.org/rfc/rfc7677
/// </summary>
internal sealed class ScramExchange(Session session) : SaslExchange
{
    private ScramFirst? _first;
    private ScramIdentity? _identity;
    private string _serverFirst = "";
    private string _nonce = "";
    private Account? _proved;

    public override async ValueTask<SaslStep> NextAsync(byte[] message, CancellationToken cancel)
    {
        if (_proved is { } account)
        {
            if (message.Length > 0) return SaslStep.Failed(SaslFailure.Wrong);
            await session.Engine.Accounts.SeenAsync(account.Id, null, cancel);
            return SaslStep.Success(account, deviceName: _identity!.DeviceName);
        }
        if (!Utf8.IsValid(message)) return SaslStep.Failed(SaslFailure.Wrong);
        var text = Encoding.UTF8.GetString(message);
        return _first is null ? await FirstAsync(text, cancel) : Final(text);
    }

    private async ValueTask<SaslStep> FirstAsync(string text, CancellationToken cancel)
    {
        if (ScramFirst.Parse(text) is not { } first) return SaslStep.Failed(SaslFailure.Wrong);
        _first = first;
        _identity = await session.Engine.Accounts.ScramAsync(first.Name, cancel);
        _nonce = first.Nonce + RandomBytes.Token(session.Engine.Random);
        var verifier = _identity.Verifier;
        _serverFirst = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"r={_nonce},s={Convert.ToBase64String(verifier.Salt.Span)},i={verifier.Iterations}");
        return SaslStep.Ask(Encoding.UTF8.GetBytes(_serverFirst));
    }

    private SaslStep Final(string text)
    {
        if (ScramFinal.Parse(text) is not { } final || final.Nonce != _nonce || final.Binding != _first!.Header) return SaslStep.Failed(SaslFailure.Wrong);
        var verifier = _identity!.Verifier;
        var signed = Encoding.UTF8.GetBytes($"{_first.Bare},{_serverFirst},{final.WithoutProof}");
        Span<byte> key = stackalloc byte[32];
        HMACSHA256.HashData(verifier.StoredKey.Span, signed, key);
        for (var i = 0; i < key.Length; i++) key[i] ^= final.Proof[i];
        var right = CryptographicOperations.FixedTimeEquals(SHA256.HashData(key), verifier.StoredKey.Span);
        CryptographicOperations.ZeroMemory(key);
        if (!right || _identity.Account is not { } account) return SaslStep.Failed(SaslFailure.Wrong);
        _proved = account;
        var signature = HMACSHA256.HashData(verifier.ServerKey.Span, signed);
        return SaslStep.Ask(Encoding.UTF8.GetBytes("v=" + Convert.ToBase64String(signature)));
    }
}
