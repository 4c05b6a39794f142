namespace Teahouse.Core.Accounts;

/// <summary>A device that nobody is logged in on, and that waits for somebody's account.</summary>
/// <param name="Code">As it is shown there.</param>
/// <param name="Label">What it calls itself; may be empty.</param>
/// <param name="Ends">When its code is worth nothing any more.</param>
/// <param name="Gone">Its connection has ended.</param>
internal sealed record DeviceLink(string Code, string Label, DateTimeOffset Ends, CancellationToken Gone);

/// <summary>What became of it.</summary>
internal enum DeviceLinkState
{
    /// <summary>It has no code, or not any more.</summary>
    None,
    Waiting,
    Refused,
    Linked,
}

/// <param name="Account">The name of the account that it logs in to.</param>
/// <param name="Credential">By which it does; told once.</param>
internal sealed record DeviceLinkOutcome(DeviceLinkState State, string Account = "", string Credential = "");
