using System.IO.Compression;

namespace Teahouse.Server.Importing;

/// <summary>
/// The files of an export: of a folder, of a zip, or one file by itself. Nothing is unpacked onto the disk, and what is read is counted, so an archive that
/// becomes too large is noticed while it does. Used by one thread at a time.
/// </summary>
internal sealed class ImportArchive : IDisposable
{
    private readonly ZipArchive? _zip;
    private readonly ImportLimits _limits;
    private readonly long _mostBytes;
    private long _read;

    private ImportArchive(ZipArchive? zip, IReadOnlyList<ImportFile> files, long mostBytes, ImportLimits limits) =>
        (_zip, Files, _mostBytes, _limits) = (zip, files, mostBytes, limits);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<ImportFile> Files { get; }

    /// <summary>Of all files together, as far as it is known before they are read.</summary>
    public long Bytes => Files.Sum(file => Math.Max(0, file.Bytes));

    /// <exception cref="ImportException">There is nothing, or it is broken.</exception>
    public static ImportArchive Open(string path, ImportLimits limits)
    {
        if (Directory.Exists(path)) return OfFolder(path, limits);
        if (!File.Exists(path)) throw new ImportException($"没有这个文件或文件夹：{path}", $"There is no such file or folder: {path}");
        if (!IsZip(path)) return new(null, [new(Path.GetFileName(path), new FileInfo(path).Length, () => File.OpenRead(path))], long.MaxValue, limits);
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > limits.Files) throw TooMany(limits);
            var files = zip.Entries.Where(entry => entry.Name.Length > 0).Select(entry => new ImportFile(entry.FullName.Replace('\\', '/'), entry.Length, entry.Open));
            return new(zip, InOrder(files), limits.UnpackedBytes + limits.UnpackedRatio * new FileInfo(path).Length, limits);
        }
        catch (InvalidDataException error)
        {
            zip?.Dispose();
            throw new ImportException($"{path} 不是完整的 zip 压缩包：{error.Message}", $"{path} is no whole zip archive: {error.Message}");
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Its bytes; who reads too many of them, or of the whole archive, gets an <see cref="ImportException"/>.</summary>
    /// <param name="whole">All of it will be in memory at once.</param>
    public Stream Read(ImportFile file, bool whole)
    {
        try
        {
            return new CountedStream(file.Open(), this, file.Name, whole ? _limits.WholeFileBytes : long.MaxValue);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Broken(file.Name, error.Message);
        }
    }

    public void Dispose() => _zip?.Dispose();

    private void Count(int bytes, string name, long ofFile, long mostOfFile)
    {
        _read += bytes;
        if (ofFile > mostOfFile) throw new ImportException($"{name} 太大，无法导入。", $"{name} is too large to be imported.");
        if (_read > _mostBytes) throw new ImportException("这个压缩包解压后大得不合理，拒绝导入。", "This archive becomes larger than any honest export does: it is refused.");
    }

    private static ImportArchive OfFolder(string path, ImportLimits limits)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 16 };
        var files = new DirectoryInfo(path).EnumerateFiles("*", options).Take(limits.Files + 1)
            .Select(file => new ImportFile(Path.GetRelativePath(path, file.FullName).Replace('\\', '/'), file.Length, file.OpenRead)).ToList();
        return files.Count > limits.Files ? throw TooMany(limits) : new(null, InOrder(files), long.MaxValue, limits);
    }

    private static List<ImportFile> InOrder(IEnumerable<ImportFile> files) => [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];

    private static bool IsZip(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.StartsWith("PK"u8) && head[2] is 3 or 5;
    }

    private static ImportException TooMany(ImportLimits limits) => new($"文件太多（超过 {limits.Files} 个）。", $"There are too many files (more than {limits.Files}).");

    private static ImportException Broken(string name, string why) => new($"{name} 无法读取：{why}", $"{name} cannot be read: {why}");

    private sealed class CountedStream(Stream inner, ImportArchive archive, string name, long most) : Stream
    {
        private long _count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            try
            {
                var read = inner.Read(buffer);
                _count += read;
                archive.Count(read, name, _count, most);
                return read;
            }
            catch (Exception error) when (error is InvalidDataException or IOException)
            {
                throw Broken(name, error.Message);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <param name="Name">Its path in the export, with slashes.</param>
/// <param name="Bytes">As the export says.</param>
internal sealed record ImportFile(string Name, long Bytes, Func<Stream> Open)
{
    /// <summary>The folder that it is in, "" or with a slash at its end.</summary>
    public string Folder => Name[..(Name.LastIndexOf('/') + 1)];

    public string Last => Name[(Name.LastIndexOf('/') + 1)..];
}
