namespace Teahouse.Web.Browser;

/// <summary>The page's own keys, by name: "jump", "search", "previous", "next", "escape".</summary>
public interface IShortcuts
{
    event Action<string>? Pressed;
}
