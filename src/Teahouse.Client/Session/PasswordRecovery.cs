namespace Teahouse.Client;

/// <summary>
/// A new password by the code that was shown with the last one (NickServ RECOVER): asked over a connection of its own, as somebody without an
/// account, since nobody can log in who has forgotten the password.
/// </summary>
public static class PasswordRecovery
{
    /// <param name="options">How to connect; the login, the rooms, the outbox and the archive are not taken.</param>
    /// <param name="code">As it was written down.</param>
    /// <param name="password">Words with single spaces between them at most: so it is sent.</param>
    /// <returns>What NickServ said; <see cref="ServiceAnswer.Secret"/> is the next code.</returns>
    public static Task<ServiceAnswer> RunAsync(ClientOptions options, string account, string code, string password, CancellationToken cancel = default) => StrangerVisit.RunAsync(
        options,
        // Gaps are for reading: what is sent is one word.
        client => client.RecoverAsync(account, string.Concat(code.Where(c => !char.IsWhiteSpace(c))), password),
        problem => new ServiceAnswer([], problem),
        cancel);
}
