
namespace Teahouse.Web.Composer;

/// <summary>What can be written with a slash. Shown from its first drawing on.</summary>
public sealed partial class CommandsDialog() : PageDialog(DialogId)
{
    private const string DialogId = "commands";
}
