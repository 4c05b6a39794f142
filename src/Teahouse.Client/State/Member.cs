namespace Teahouse.Client;

/// <summary>Who is in a room: immutable, replaced when something changes.</summary>
/// <param name="Account">Null if not logged in, or not told.</param>
/// <param name="Prefixes">Highest first as the server orders them (<c>@+</c>); empty for a plain member.</param>
/// <param name="Away">True if marked away.</param>
/// <param name="RealName">Empty if not told.</param>
/// <param name="AwayText">What they said when they went; empty if not told.</param>
/// <param name="IsGuest">The account is held by one device only, as the server says (docs/extensions/guest.md).</param>
public sealed record Member(string Nick, string? Account = null, string Prefixes = "", bool Away = false, string RealName = "", string AwayText = "", bool IsGuest = false);
