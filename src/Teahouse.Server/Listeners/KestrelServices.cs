using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Teahouse.Server.Listeners;

/// <summary>Kestrel's services without a web host around them: building a host costs a third of the time that a start may take.</summary>
internal sealed class KestrelServices : IWebHostBuilder
{
    private const string Unused = "Only Kestrel's services are built here";

    private readonly ServiceCollection _services = new();

    private KestrelServices()
    {
    }

    public static ServiceProvider Build(
        ILoggerFactory logs, Action<KestrelServerOptions> configure, Action<SocketTransportOptions> configureSockets,
        IConnectionListenerFactory transport)
    {
        var builder = new KestrelServices();
        var services = builder._services;
        builder.UseKestrelCore();
        services.AddOptions().AddMetrics().AddLogging();
        services.AddSingleton(logs);
        services.AddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        services.AddSingleton<DiagnosticSource>(provider => provider.GetRequiredService<DiagnosticListener>());
        services.Configure(configure);
        services.Configure(configureSockets);
        // Asked before Kestrel's own, because it comes later.
        services.AddSingleton(transport);
        return services.BuildServiceProvider();
    }

    IWebHostBuilder IWebHostBuilder.ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(_services);
        return this;
    }

    IWebHostBuilder IWebHostBuilder.ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices)
    {
        configureServices(new WebHostBuilderContext(), _services);
        return this;
    }

    IWebHostBuilder IWebHostBuilder.ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) =>
        throw new NotSupportedException(Unused);

#pragma warning disable ASPDEPR008 // The interface, which is not obsolete, still names the type that is.
    IWebHost IWebHostBuilder.Build() => throw new NotSupportedException(Unused);
#pragma warning restore ASPDEPR008

    string? IWebHostBuilder.GetSetting(string key) => null;

    IWebHostBuilder IWebHostBuilder.UseSetting(string key, string? value) => throw new NotSupportedException(Unused);
}
