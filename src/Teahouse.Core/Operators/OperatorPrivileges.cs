namespace Teahouse.Core.Operators;

/// <summary>What an operator may do.</summary>
[Flags]
public enum OperatorPrivileges
{
    None = 0,
    /// <summary>KILL.</summary>
    Kill = 1,
    /// <summary>Bans of all kinds.</summary>
    Ban = 2,
    Wallops = 4,
    /// <summary>Moving people in and out of rooms, and ruling there.</summary>
    Rooms = 8,
    /// <summary>Addresses, devices and what operators did.</summary>
    Audit = 16,
    Rehash = 32,
    All = Kill | Ban | Wallops | Rooms | Audit | Rehash,
}

public static class OperatorPrivilegeNames
{
    /// <summary>As the configuration and 723 write them.</summary>
    public static string Name(OperatorPrivileges privilege) => privilege.ToString().ToLowerInvariant();
}
