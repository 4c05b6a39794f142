namespace Teahouse.Core.Files;

/// <summary>A file that somebody shares by its link.</summary>
/// <param name="Key">128 random bits as 22 letters of base64url: whoever knows them may read the file.</param>
/// <param name="Account">Whose it is; it counts against that account's quota.</param>
/// <param name="Name">What it is saved as (<see cref="FileNames"/>).</param>
/// <param name="Type">Media type in lower case, without parameters.</param>
/// <param name="Size">Bytes, once it is whole.</param>
/// <param name="Created">Milliseconds since 1970 UTC.</param>
/// <param name="Expires">Milliseconds since 1970 UTC; from then on it is gone.</param>
/// <param name="Whole">All of it has come.</param>
public sealed record SharedFile(string Key, long Account, string Name, string Type, long Size, long Created, long Expires, bool Whole);

public enum FileOutcome
{
    Done,
    /// <summary>The account holds as much as one may.</summary>
    AccountFull,
    /// <summary>All accounts together do.</summary>
    AllFull,
}
