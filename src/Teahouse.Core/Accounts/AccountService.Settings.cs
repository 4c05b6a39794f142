using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Teahouse.Core.Accounts;

/// <summary>What an account's owner chooses for it.</summary>
public sealed partial class AccountService
{
    /// <summary>The account as it is then; null if there is none.</summary>
    public async ValueTask<Account?> ChangeSettingsAsync(long id, Func<AccountSettings, AccountSettings> change, CancellationToken cancel = default)
    {
        if (await accounts.GetAsync(id, cancel) is not { } account) return null;
        await accounts.SetSettingsAsync(id, change(account.Settings), cancel);
        return await accounts.GetAsync(id, cancel);
    }

    /// <summary>What must be repeated to remove the account: it keeps nobody out, it makes sure that it is meant.</summary>
    internal string RemovalCode(Account account)
    {
        Span<byte> named = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(named, account.Id);
        BinaryPrimitives.WriteInt64BigEndian(named[8..], account.Created);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_saltKey, named).AsSpan(0, 4));
    }
}
