namespace Teahouse.Storage.Folder;

/// <summary>The data folder or what is in it cannot be used; the message is a sentence for the person who started the program.</summary>
public class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process holds the data folder.</summary>
public sealed class DataFolderLockedException(string path, int? holder, Exception? inner = null) : DataFolderException(
    holder is { } pid
        ? $"The data folder {path} is in use by another process (pid {pid.ToString(System.Globalization.CultureInfo.InvariantCulture)})."
        : $"The data folder {path} is in use by another process.", inner)
{
    /// <summary>The other process, where it is known.</summary>
    public int? Holder { get; } = holder;
}
