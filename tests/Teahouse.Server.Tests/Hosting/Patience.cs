namespace Teahouse.Server.Tests.Hosting;

/// <summary>How long a test waits for what must come, on a machine with much else to do; without a fault nothing takes so long.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
