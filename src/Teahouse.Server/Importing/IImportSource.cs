namespace Teahouse.Server.Importing;

/// <summary>A kind of export.</summary>
internal interface IImportSource
{
    /// <summary>One word; the user name of the people that come with it.</summary>
    string Kind { get; }

    /// <summary>Puts all rooms and messages on the stage.</summary>
    /// <exception cref="ImportException">It is not of this kind, of a version that is not known, or broken.</exception>
    void Read(ImportReading reading);
}
