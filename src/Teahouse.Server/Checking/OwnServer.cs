using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Teahouse.Server.Checking;

/// <summary>A server of this program for a check: in a temporary folder, on loopback, without the brakes that keep one person from sending so much.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("teahouse-check-");

    public OwnServer()
    {
        // A server that is started again needs the same port, so it cannot choose by itself.
        using (var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Address = (IPEndPoint)probe.LocalEndPoint!;
        }
        File.WriteAllText(ConfigurationFile, Configuration());
    }

    public IPEndPoint Address { get; }

    /// <summary>The command line that starts it.</summary>
    public string Command
    {
        get
        {
            var program = Environment.ProcessPath!;
            // Started as "dotnet teahouse.dll".
            var library = Path.GetFileNameWithoutExtension(program) == "dotnet" ? $" \"{typeof(OwnServer).Assembly.Location}\"" : "";
            return $"\"{program}\"{library} serve --config \"{ConfigurationFile}\"";
        }
    }

    private string ConfigurationFile => Path.Combine(_folder.FullName, "teahouse.toml");

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Configuration() => string.Create(CultureInfo.InvariantCulture, $"""
        [server]
        data = "data"
        [[listen]]
        address = "{Address}"
        [limits]
        connections_per_address = 0
        connection_rate = 0
        messages_per_second = 0
        registrations_per_hour = 0
        failed_logins_per_minute = 0
        [accounts]
        password_iterations = 4096
        """);
}
