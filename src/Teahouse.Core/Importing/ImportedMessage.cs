namespace Teahouse.Core.Importing;

/// <summary>Something that was said elsewhere.</summary>
/// <param name="Id">Follows from its source alone, so that a second import knows it again.</param>
/// <param name="Time">Milliseconds since 1970 UTC.</param>
/// <param name="Author">What its author was called there.</param>
/// <param name="Text">Lines with LF between them; of a reaction what it shows.</param>
/// <param name="Answers">The message that it answers or reacts to; 0: none.</param>
public sealed record ImportedMessage(UInt128 Id, long Time, ImportedKind Kind, string Author, string Text, UInt128 Answers = default);

public enum ImportedKind
{
    Message = 1,
    /// <summary>What <c>/me</c> does.</summary>
    Action = 2,
    Notice = 3,
    Reaction = 4,
}

/// <summary>A room that existed elsewhere.</summary>
/// <param name="Source">What it is called there.</param>
/// <param name="Topic">"": none.</param>
/// <param name="Private">Not everybody could come in.</param>
public sealed record ImportedRoom(string Source, string Topic, bool Private);
