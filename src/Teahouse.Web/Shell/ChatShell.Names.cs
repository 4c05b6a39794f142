using Teahouse.Client;
using Teahouse.Web.Composer;

namespace Teahouse.Web.Shell;

/// <summary>Conversations that get another name: what this browser keeps by the name goes along.</summary>
public sealed partial class ChatShell
{
    private void OnRenamed(Conversation conversation, string before)
    {
        Keepsake.Rename(before, conversation.Name);
        Arrangement.Rename(before, conversation.Name);
        Notify.Rename(before, conversation.Name);
        Saved.Rename(before, conversation.Name);
        Box.Rename(ComposerView.BoxId, before, conversation.Name);
    }
}
