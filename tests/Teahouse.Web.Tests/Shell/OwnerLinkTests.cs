using Teahouse.Web.Shell;

namespace Teahouse.Web.Tests.Shell;

public sealed class OwnerLinkTests
{
    [Theory]
    [InlineData("owner/abc-123", "abc-123")]
    [InlineData("owner/abc?x=1#y", "abc")]
    [InlineData("owner/abc/", "abc")]
    [InlineData("owner/", null)]
    [InlineData("owner", null)]
    [InlineData("", null)]
    [InlineData("join/abc", null)]
    public void The_token_is_taken_from_its_address_only(string path, string? token) => Assert.Equal(token, OwnerLink.Token(path));
}
