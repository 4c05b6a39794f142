namespace Teahouse.Web.Browser;

/// <summary>Tells when the page comes back from where its connection may have died unnoticed.</summary>
public interface IReturn
{
    /// <summary>The page is seen again, was taken out of the browser's cache, or has a network again.</summary>
    event Action? Returned;
}
