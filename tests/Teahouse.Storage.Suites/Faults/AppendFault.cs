namespace Teahouse.Storage.Suites.Faults;

/// <summary>What a <see cref="FaultyMessageLog"/> does to an append.</summary>
public enum AppendFault
{
    /// <summary>Nothing is stored, and the outcome says so.</summary>
    Fail,
    /// <summary>It is stored, and the outcome is unknown.</summary>
    UnknownStored,
    /// <summary>Nothing is stored, and the outcome is unknown.</summary>
    UnknownNotStored,
    /// <summary>Neither stored nor answered until it is released.</summary>
    Hang,
}
