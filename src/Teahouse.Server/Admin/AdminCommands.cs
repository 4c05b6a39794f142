using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;

namespace Teahouse.Server.Admin;

/// <summary>What an admin's command does, in the running server or, while none runs, in the command's own process.</summary>
/// <param name="page">The web page's address without a slash at its end, for links; null if there is none.</param>
internal sealed class AdminCommands(AccountService accounts, string? page)
{
    public const string Add = "account-add";
    public const string List = "account-list";
    public const string Remove = "account-remove";
    public const string Reset = "account-reset";

    public const string ReadConfiguration = "rehash";
    public const string BackUp = "backup";

    /// <summary>Reads the running server's configuration again; null where no server runs.</summary>
    public Func<RehashResult>? Rehash { get; init; }

    /// <summary>Rooms, in the running server or in one made for the command.</summary>
    public RoomAdministration? Rooms { get; init; }

    /// <summary>Copies the data folder.</summary>
    public BackupAdmin? Backup { get; init; }

    /// <summary>The running server, where what is changed takes effect at once; null where none runs.</summary>
    public ChatServer? Chat { get; init; }

    public async ValueTask<AdminAnswer> RunAsync(AdminRequest request, CancellationToken cancel)
    {
        if (Rooms is not null && request.Command.StartsWith(ChannelAdmin.Prefix, StringComparison.Ordinal) && await ChannelAdmin.TryAsync(Rooms, request) is { } answer) return answer;
        var account = new AccountAdmin(accounts, Chat);
        try
        {
            return request.Command switch
            {
                Add => await AddAsync(request, cancel),
                List => await ListAsync(cancel),
                Remove => await (Chat?.RemoveAccountAsync(request.Name, cancel) ?? accounts.RemoveAsync(request.Name, cancel)) is { } gone
                    ? AdminAnswer.Done($"Account {gone.Name} is removed.")
                    : NoSuchAccount(request.Name),
                Reset => await ResetAsync(request, cancel),
                ReadConfiguration => Rehash is null ? AdminAnswer.Failed("No server runs with this data folder.") : Describe(Rehash()),
                BackUp when Backup is not null => await Backup.RunAsync(request.Value, cancel),
                _ => await account.TryAsync(request, cancel) ?? AdminAnswer.Failed($"This server does not know the command \"{request.Command}\"; it may be of another version."),
            };
        }
        catch (Exception error) when (error is StoreClosedException or StoreFullException)
        {
            return AdminAnswer.Failed($"Nothing was changed: {error.Message}");
        }
    }

    private static AdminAnswer Describe(RehashResult result)
    {
        if (!result.Problems.IsEmpty) return new(false, [.. result.Problems, "Nothing was changed."]);
        List<string> lines = [result.Applied.IsEmpty ? "Nothing is different." : $"Changed: {string.Join(", ", result.Applied)}."];
        if (!result.Later.IsEmpty) lines.Add($"With the next start: {string.Join(", ", result.Later)}.");
        return AdminAnswer.Done([.. lines]);
    }

    private async ValueTask<AdminAnswer> AddAsync(AdminRequest request, CancellationToken cancel)
    {
        var result = await (Chat?.AddAccountAsync(request.Name, request.Password, cancel) ?? accounts.AddAsync(request.Name, request.Password, cancel));
        return result.Refusal switch
        {
            RegisterRefusal.None => AdminAnswer.Done([$"Account {result.Account!.Name} is there.", .. AccountAdmin.Recovery(result.RecoveryCode)]),
            RegisterRefusal.AccountExists => AdminAnswer.Failed($"The name {request.Name} is taken, or looks like one that is."),
            RegisterRefusal.BadAccountName => AdminAnswer.Failed($"\"{request.Name}\" cannot be a name: it is too long, or has characters that names may not have."),
            RegisterRefusal.WeakPassword => AdminAnswer.Failed("The password is empty: give it on standard input."),
            RegisterRefusal.UnacceptablePassword => AdminAnswer.Failed("The password is too long, or has control characters."),
            _ => AdminAnswer.Failed("The server has no room or no time for it at the moment; try again."),
        };
    }

    private async ValueTask<AdminAnswer> ResetAsync(AdminRequest request, CancellationToken cancel)
    {
        if (await accounts.ResetAsync(request.Name, cancel) is not { } token) return NoSuchAccount(request.Name);
        var command = $"/msg NickServ RESET {token} NEW-PASSWORD";
        return page is null
            ? AdminAnswer.Done("Who writes this within 24 hours sets a new password, once:", command)
            : AdminAnswer.Done("Who opens this link within 24 hours may set a new password, once:", $"{page}/reset/{token}", "The same over IRC:", command);
    }

    private async ValueTask<AdminAnswer> ListAsync(CancellationToken cancel)
    {
        var all = await accounts.ListAsync(cancel);
        return new(true, [.. all.Select(Describe)]);
    }

    private static string Describe(Account account) =>
        $"{account.Name}{(account.Operator ? " (operator)" : "")}{(account.Guest ? " (guest)" : "")}, last seen {AccountAdmin.Time(account.LastSeen)}";

    private static AdminAnswer NoSuchAccount(string name) => AdminAnswer.Failed($"There is no account {name}.");
}
