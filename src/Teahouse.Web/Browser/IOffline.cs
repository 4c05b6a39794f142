using Teahouse.Web.Offline;

namespace Teahouse.Web.Browser;

/// <summary>What lets the page start without a network, and brings new versions of it.</summary>
public interface IOffline
{
    OfflineState State { get; }

    /// <summary>A new version has been kept and waits for the tabs with the old one.</summary>
    event Action? NewVersionWaits;

    /// <summary>Asks the server for a new version, unless it was asked within the hour.</summary>
    void Look();

    /// <summary>Begins all tabs anew, with the version that waits.</summary>
    void TakeNewVersion();
}
