using System.Net;
using Microsoft.AspNetCore.Http;
using Teahouse.Server.Web;

namespace Teahouse.Server.Tests.Web;

public sealed class ForwardedRequestTests
{
    private readonly ForwardedRequest _step = new([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8")]);

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "6.6.6.6, 203.0.113.9, 10.1.1.1", "203.0.113.9")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("192.0.2.1", "203.0.113.9", "192.0.2.1")]
    public void The_client_is_whom_the_last_trusted_proxy_saw(string peer, string forwarded, string expected)
    {
        var context = Request(peer, forwarded, "https");

        _step.Apply(context);

        Assert.Equal(expected, context.Connection.RemoteIpAddress!.ToString());
    }

    [Theory]
    [InlineData("127.0.0.1", "https", "https")]
    [InlineData("127.0.0.1", "gopher", "http")]
    [InlineData("192.0.2.1", "https", "http")]
    public void The_scheme_is_a_trusted_proxys_word(string peer, string forwarded, string expected)
    {
        var context = Request(peer, "203.0.113.9", forwarded);

        _step.Apply(context);

        Assert.Equal(expected, context.Request.Scheme);
    }

    private static DefaultHttpContext Request(string peer, string address, string scheme)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Scheme = "http";
        context.Request.Headers["X-Forwarded-For"] = address;
        context.Request.Headers["X-Forwarded-Proto"] = scheme;
        return context;
    }
}
