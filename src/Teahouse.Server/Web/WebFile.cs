using System.Collections.Immutable;

namespace Teahouse.Server.Web;

/// <param name="Forms">Smallest first; one of them has no coding.</param>
/// <param name="Fingerprinted">Its name changes with its content: it never has to be asked for again.</param>
internal sealed record WebFile(ImmutableArray<WebFileForm> Forms, string ContentType, bool Fingerprinted);

/// <param name="Coding">As Content-Encoding names it; null: as it is.</param>
/// <param name="Tag">The entity tag, with its quotes.</param>
internal readonly record struct WebFileForm(string? Coding, string Path, long Length, string Tag);
