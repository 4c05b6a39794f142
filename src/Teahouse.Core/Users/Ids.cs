namespace Teahouse.Core.Users;

/// <summary>One connection; never reused while the process lives.</summary>
public readonly record struct SessionId(long Value);

/// <summary>One presence, with one or more sessions; never reused while the process lives.</summary>
public readonly record struct UserId(long Value);

/// <summary>
/// The names that direct chats are kept under: <c>a</c> and the account's id, or <c>u</c> and 128 random bits
/// for a user without an account. Neither is ever used for somebody else.
/// </summary>
internal static class Identities
{
    public static string OfAccount(long account) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{account}");

    public static string Anonymous(UInt128 random) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"u{random:x32}");

    /// <summary>The account's id; null for a user without one.</summary>
    public static long? AccountOf(string identity) =>
        HasAccount(identity) && long.TryParse(identity.AsSpan(1), out var account) ? account : null;

    public static bool HasAccount(string identity) => identity.StartsWith('a');
}
