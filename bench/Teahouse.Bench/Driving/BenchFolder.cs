using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.Bench.Driving;

/// <summary>A temporary folder with a server's configuration and data, and the address that it has each time it is started.</summary>
internal sealed class BenchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("teahouse-bench");

    public BenchFolder()
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)probe.LocalEndPoint!;
    }

    public IPEndPoint Address { get; }

    public string Configuration => Path.Combine(_folder.FullName, "teahouse.toml");

    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Bytes of the data.</summary>
    public long Size => new DirectoryInfo(Data).EnumerateFiles().Sum(file => file.Length);

    /// <summary>Writes the configuration.</summary>
    public void Write() => File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $"""
        [server]
        data = "{Data.Replace('\\', '/')}"
        [[listen]]
        address = "127.0.0.1:{Address.Port}"
        [limits]
        connections_per_address = 0
        connection_rate = 0
        messages_per_second = 0
        registrations_per_hour = 0
        registered_channels = 0
        channels_per_user = 0
        """));

    public void Dispose() => _folder.Delete(recursive: true);
}
