using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Teahouse.Server.Certificates;
using Teahouse.Server.Hosting;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Certificates;

public sealed class CertificateFilesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private int _written;

    [Fact]
    public void Files_that_change_are_read_again()
    {
        Write("one");
        var files = Load();
        Assert.Equal("CN=one", files.Current.TargetCertificate.Subject);

        Write("two");
        files.Refresh();

        Assert.Equal("CN=two", files.Current.TargetCertificate.Subject);
    }

    [Fact]
    public void While_only_half_of_the_new_pair_is_there_the_old_one_serves()
    {
        Write("one");
        var files = Load();
        var key = File.ReadAllText(KeyPath);
        Write("two");
        var newKey = File.ReadAllText(KeyPath);
        File.WriteAllText(KeyPath, key);

        files.Refresh();
        Assert.Equal("CN=one", files.Current.TargetCertificate.Subject);

        File.WriteAllText(KeyPath, newKey);
        files.Refresh();
        Assert.Equal("CN=two", files.Current.TargetCertificate.Subject);
    }

    [Fact]
    public void A_file_that_vanishes_leaves_the_certificate_in_use()
    {
        Write("one");
        var files = Load();
        File.Delete(CertificatePath);

        files.Refresh();

        Assert.Equal("CN=one", files.Current.TargetCertificate.Subject);
    }

    [Fact]
    public void Files_that_cannot_be_used_stop_the_start_with_a_sentence()
    {
        Write("one");
        File.WriteAllText(KeyPath, "no key");

        var error = Assert.Throws<StartupException>(Load);

        Assert.StartsWith($"The certificate {CertificatePath} with the key {KeyPath} cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string CertificatePath => Path.Combine(_folder.Path, "c.pem");

    private string KeyPath => Path.Combine(_folder.Path, "k.pem");

    private CertificateFiles Load() => new(CertificatePath, KeyPath, NullLogger.Instance);

    private void Write(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now, Now.AddYears(5));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
        // A clock of seconds must not hide a change.
        File.SetLastWriteTimeUtc(CertificatePath, Now.UtcDateTime.AddMinutes(++_written));
    }
}
