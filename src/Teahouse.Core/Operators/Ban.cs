namespace Teahouse.Core.Operators;

/// <summary>Somebody who may not come in.</summary>
/// <param name="Id">Positive, never reused.</param>
/// <param name="Mask">Canonical: a network as address/prefix, an account's folded name, or nick!user@host with wildcards.</param>
/// <param name="Silent">Whoever it hits is not told of it.</param>
/// <param name="SetBy">The operator's name.</param>
/// <param name="Created">Milliseconds since 1970 UTC.</param>
/// <param name="Expires">Milliseconds since 1970 UTC; 0: never.</param>
public sealed record Ban(long Id, BanKind Kind, string Mask, string Reason, bool Silent, string SetBy, long Created, long Expires)
{
    public bool IsOver(long now) => Expires != 0 && Expires <= now;
}

/// <summary>The numbers are stored: never change one.</summary>
public enum BanKind
{
    /// <summary>An address, or a network of them.</summary>
    Network = 1,
    Account = 2,
    /// <summary>nick!user@host; the host is the shown one, or the address.</summary>
    Mask = 3,
}
