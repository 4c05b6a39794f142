using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Teahouse.Server.Certificates;

/// <summary>Pairs of NAME.crt and NAME.key (PEM) in the data folder; the keys are readable by their owner only.</summary>
internal sealed class CertificateFolder
{
    /// <summary>Its name in the data folder, and in a backup.</summary>
    public const string Name = "tls";

    private readonly string _folder;

    public CertificateFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    public string Path(string file) => System.IO.Path.Combine(_folder, file);

    /// <summary>The pair, or null if it is not there or not whole.</summary>
    public X509Certificate2? Load(string name)
    {
        var (certificate, key) = (Path(name + ".crt"), Path(name + ".key"));
        if (!File.Exists(certificate) || !File.Exists(key)) return null;
        try
        {
            return CertificatePair.Load(certificate, key);
        }
        catch (CryptographicException)
        {
            // Cut off by a crash while it was written: it is made anew.
            return null;
        }
    }

    /// <param name="make">Makes the certificate, without its key, from a key.</param>
    /// <param name="newKey">Whether a key that is there gives way to a new one.</param>
    public X509Certificate2 Save(string name, Func<ECDsa, X509Certificate2> make, bool newKey)
    {
        using var key = (newKey ? null : LoadKey(name)) ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = make(key);
        Write(Path(name + ".key"), key.ExportPkcs8PrivateKeyPem(), secret: true);
        Write(Path(name + ".crt"), certificate.ExportCertificatePem(), secret: false);
        return CertificatePair.Load(Path(name + ".crt"), Path(name + ".key"));
    }

    /// <summary>Copies all certificates and keys of one data folder or backup into another, with their permissions: keys stay their owner's.</summary>
    public static void Copy(string from, string to)
    {
        var source = System.IO.Path.Combine(from, Name);
        if (!Directory.Exists(source)) return;
        var target = Directory.CreateDirectory(System.IO.Path.Combine(to, Name)).FullName;
        foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)), overwrite: true);
    }

    private ECDsa? LoadKey(string name)
    {
        if (!File.Exists(Path(name + ".key"))) return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(Path(name + ".key")));
            return key;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }

    private static void Write(string path, string text, bool secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            options.UnixCreateMode = secret ? mode : mode | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        }

        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var writer = new StreamWriter(unfinished, options)) writer.Write(text);
        File.Move(unfinished, path, overwrite: true);
    }
}
