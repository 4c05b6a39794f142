namespace Teahouse.Web.Shell;

/// <summary>The address <c>/owner/&lt;token&gt;</c> that the first start prints.</summary>
public static class OwnerLink
{
    private const string Prefix = "owner/";

    /// <summary>The token in an address below the page's base; null if it is another address.</summary>
    public static string? Token(string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var token = path[Prefix.Length..].Split('?', '#')[0].Trim('/');
        return token.Length > 0 ? Uri.UnescapeDataString(token) : null;
    }
}
