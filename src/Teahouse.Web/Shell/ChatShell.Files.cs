using Microsoft.AspNetCore.Components;
using Teahouse.Web.Files;

namespace Teahouse.Web.Shell;

/// <summary>Files: into the open conversation, and said there when they are at the server.</summary>
public sealed partial class ChatShell
{
    [Inject] private Uploads Uploads { get; set; } = null!;

    // Markdown would take the underscores of a link for italics.
    private void BeginFiles() => Uploads.Done = (to, link) => Client.Send(to, link);

    private void ArrangeFiles()
    {
        Uploads.Here = current;
        Uploads.Hosting = FileHosting.Of(State, Keepsake.Login);
        Uploads.ArePrivate = State.Features["teahouse.chat/PRIVATE-FILES"] is not null;
    }
}
