namespace Teahouse.Core.Accounts;

/// <summary>Who an account is here, kept so that it is here again at once after a restart. Its rooms are in the rooms' own state.</summary>
/// <param name="Away">Its own message, or null.</param>
/// <param name="Modes">See <see cref="Users.UserModes"/>.</param>
/// <param name="Web">It was here by a browser.</param>
public sealed record KeptPresence(string Nick, string Username, string RealName, string? Away, int Modes, bool Invisible, bool Web);
