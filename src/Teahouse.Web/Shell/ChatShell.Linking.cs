using Teahouse.Web.Welcome;

namespace Teahouse.Web.Shell;

/// <summary>A new device of the reader's.</summary>
public sealed partial class ChatShell
{
    private bool isLinking;
    private string linkCode = "";

    private void ReadDeviceLink()
    {
        if (LinkAddress.Code(Navigation.ToBaseRelativePath(Navigation.Uri)) is not { } code) return;
        linkCode = code;
        Page.ForgetPath();
    }

    // Once the server can be asked about it.
    private void FollowDeviceLink()
    {
        if (linkCode.Length > 0 && State.Connection.IsOnline && State.Me.Account is not null) isLinking = true;
    }

    private void EndLinking() => (isLinking, linkCode) = (false, "");
}
