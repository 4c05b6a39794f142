using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.Files;

/// <summary>The files that a message links to, as what they are.</summary>
public sealed partial class MessageFiles
{
    // Gone, or of another server: then a card stands for it.
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private IReadOnlyList<FileLink> shown = [];

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Inject] private Uploads Uploads { get; set; } = null!;

    protected override void OnParametersSet() => shown = FileLink.In(Text) is { Count: > 0 } files ? [.. files.Select(Allowed)] : [];

    // Who has to log in for a file opens it in a tab of its own, where the browser asks.
    private FileLink Allowed(FileLink file) => Uploads.ArePrivate ? file with { Kind = FileKind.Other } : file;
}
