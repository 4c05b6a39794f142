namespace Teahouse.Core.Hosting;

/// <summary>
/// A fault that a test plants in the server, to see whether a checker finds it. No configuration, option or environment variable
/// leads here: only code that makes a <see cref="ChatServer"/> does, and a server with a fault says so in its log.
/// </summary>
public enum PlantedFault
{
    None,

    /// <summary>Messages are told before they are stored.</summary>
    TellsBeforeItStores,

    /// <summary>Of every thousand messages one is stored and told to nobody.</summary>
    DropsOneInAThousand,

    /// <summary>Which ids have been stored is known until the server ends, and not after.</summary>
    ForgetsIdsAfterAStart,

    /// <summary>A message that is sent again is stored again.</summary>
    DoublesRetries,

    /// <summary>Of messages that are stored together two are sometimes stored the other way round than they are told.</summary>
    SwapsTwo,

    /// <summary>What comes after a message is taken as if that message were stored, although its append failed.</summary>
    DecidesOnTheUncommitted,
}
