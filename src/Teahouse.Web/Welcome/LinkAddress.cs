namespace Teahouse.Web.Welcome;

/// <summary>The address that a new device shows as a picture: <c>/link/&lt;code&gt;</c>. Opened where somebody is logged in, it asks for their consent.</summary>
public static class LinkAddress
{
    private const string Prefix = "link/";

    public static string To(string page, string code) => $"{page}{Prefix}{Uri.EscapeDataString(code)}";

    /// <summary>The code in an address below the page's base; null if it is another address.</summary>
    public static string? Code(string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var code = path[Prefix.Length..].Split('?', '#')[0].Trim('/');
        return code.Length > 0 ? Uri.UnescapeDataString(code) : null;
    }
}
