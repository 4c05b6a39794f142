namespace Teahouse.Check.Tests.Faulty;

/// <summary>What a <see cref="FaultyServer"/> does wrong, one time in so many.</summary>
internal enum Misdeed
{
    None,

    /// <summary>One member of a room does not get a message.</summary>
    SkipsAMember,

    /// <summary>The sender has its echo and everybody the message, and it is not stored.</summary>
    ForgetsToStore,

    /// <summary>Everybody has the message before it is stored; then it is not, and the sender is told so.</summary>
    TellsBeforeItStores,

    /// <summary>One member gets a message twice.</summary>
    TellsTwice,

    /// <summary>It is stored twice.</summary>
    StoresTwice,

    /// <summary>One member gets two messages the wrong way round.</summary>
    SwapsForAMember,

    /// <summary>All members get two messages of one sender the wrong way round, and so they are stored.</summary>
    SwapsForAll,

    /// <summary>A message that was sent again is taken for a new one.</summary>
    ForgetsIds,

    /// <summary>One member gets another text.</summary>
    ChangesText,

    /// <summary>The message is not taken, and the sender is not told.</summary>
    SaysNothing,

    /// <summary>No misdeed: one member is said to have read too slowly, and hears nothing more of its rooms until it has fetched all.</summary>
    MakesFetch,

    /// <summary>The same, and what it fetches leaves one message out.</summary>
    MakesFetchAndForgets,

    /// <summary>No misdeed: it takes longer over a page of history than a client bears silence while it writes.</summary>
    TakesItsTime,

    /// <summary>It has a history and does not let anybody read it.</summary>
    RefusesHistory,

    /// <summary>What comes after a message that was not taken is taken all the same, so that the message comes too late when it is sent again.</summary>
    DoesNotWait,
}
