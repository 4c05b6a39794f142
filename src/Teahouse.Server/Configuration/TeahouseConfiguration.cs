using System.Collections.Immutable;
using System.Net;
using Teahouse.Core.Hosting;

namespace Teahouse.Server.Configuration;

/// <summary>Everything the program was told: the environment over the file over the defaults.</summary>
internal sealed record TeahouseConfiguration
{
    /// <summary>What the engine needs of it.</summary>
    public ServerOptions Engine { get; init; } = new();

    /// <summary>Where it was read from, for people.</summary>
    public string File { get; init; } = "";

    /// <summary>Reads it again; throws <see cref="ConfigurationException"/> if it cannot be used.</summary>
    public Func<TeahouseConfiguration>? Source { get; init; }

    /// <summary>As it was written; relative to <see cref="BaseFolder"/>.</summary>
    public string Data { get; init; } = "data";

    /// <summary>What relative paths start from: the configuration file's folder, or the current one.</summary>
    public string BaseFolder { get; init; } = Environment.CurrentDirectory;

    public bool PlainOutsideLoopback { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Empty: the default listeners.</summary>
    public ImmutableArray<ListenerOptions> Listeners { get; init; } = [];

    /// <summary>Reverse proxies whose word about a client's address is taken.</summary>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Web pages from elsewhere that may connect: <c>https://chat.example.org</c>.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    public StsOptions Sts { get; init; } = new();

    /// <summary>The folder of the web client's files; empty: beside the program.</summary>
    public string WebFiles { get; init; } = "";

    public string DataFolder => FullPath(Data);

    public string FullPath(string path) => Path.GetFullPath(path, BaseFolder);
}
