using Bunit;
using Teahouse.Client;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Tests.Shell;

public sealed class ConnectionBannerTests : BunitContext
{
    [Theory]
    [InlineData(ConnectionPhase.Online)]
    [InlineData(ConnectionPhase.Idle)]
    public void A_connection_that_is_there_says_nothing(ConnectionPhase phase) =>
        Assert.Empty(Draw(new ConnectionState(phase)).FindAll(".banner"));

    [Fact]
    public void A_lost_connection_is_one_calm_line_with_a_way_to_hurry()
    {
        var retried = 0;
        var banner = Draw(new ConnectionState(ConnectionPhase.Waiting, new Problem(ProblemKind.ConnectionLost)), () => retried++);
        Assert.Equal("连接断开，正在重连… 你写的消息已保存，恢复后按顺序发出。", banner.Find(".says").TextContent);
        banner.Find("button").Click();
        Assert.Equal(1, retried);
    }

    [Fact]
    public void A_connection_that_was_never_there_is_said_to_be_on_its_way() =>
        Assert.Equal("正在连接…", Draw(new ConnectionState(ConnectionPhase.Connecting, Attempt: 1)).Find(".says").TextContent);

    [Fact]
    public void Every_problem_has_its_words()
    {
        foreach (var kind in Enum.GetValues<ProblemKind>()) Assert.NotEmpty(ShellTexts.Of(new Problem(kind)).English);
    }

    private IRenderedComponent<ConnectionBanner> Draw(ConnectionState state, Action? onRetry = null) =>
        Render<ConnectionBanner>(p => p.AddCascadingValue(Language.Chinese).Add(b => b.State, state).Add(b => b.OnRetry, () => onRetry?.Invoke()));
}
