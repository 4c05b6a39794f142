using Teahouse.Server.Admin;
using Teahouse.Server.Tests.Hosting;

namespace Teahouse.Server.Tests.Admin;

/// <summary>What an admin asks a running server.</summary>
internal static class AdminRequests
{
    public static async Task<AdminAnswer> SendAsync(TestServer server, AdminRequest request) =>
        (await AdminClient.TrySendAsync(server.Configuration.DataFolder, request, default))!;

    /// <summary>The one line that answers what is to succeed.</summary>
    public static async Task<string> DoneAsync(TestServer server, AdminRequest request)
    {
        var answer = await SendAsync(server, request);
        Assert.True(answer.Ok, string.Join('\n', answer.Lines));
        return Assert.Single(answer.Lines);
    }
}
