using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Teahouse.Storage.Folder;

/// <summary>Names on the disk: a file's own sync need not keep the name that leads to it. https://man7.org/linux/man-pages/man2/fsync.2.html</summary>
public static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Returns when the names in the folder are on the disk. Windows keeps them by itself.</summary>
    /// <exception cref="IOException">They may not be.</exception>
    public static void Run(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        // .NET's own functions open no folders.
        using var handle = new SafeFileHandle(Open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid) throw new IOException($"The folder {folder} cannot be synchronized: {Marshal.GetLastPInvokeErrorMessage()}");
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
