namespace Teahouse.Web.Browser;

/// <summary>Finds out what this browser can do at this address.</summary>
public interface IFeatureProbe
{
    /// <summary>The names of what works, as <c>js/features.js</c> spells them.</summary>
    IReadOnlySet<string> Detect();
}
