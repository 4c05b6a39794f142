namespace Teahouse.Web.Offline;

/// <summary>Whether the page starts without a network, or why it does not.</summary>
public enum OfflineState
{
    /// <summary>All of the page is kept here.</summary>
    Ready,
    /// <summary>It is being kept.</summary>
    Preparing,
    /// <summary>The address is not encrypted.</summary>
    Unencrypted,
    /// <summary>The browser does not trust the certificate.</summary>
    Untrusted,
    /// <summary>This browser has no service workers, or none in a private window.</summary>
    Unsupported,
    /// <summary>The browser would not keep it, or it could not be fetched whole; the next visit tries again.</summary>
    Failed,
}
