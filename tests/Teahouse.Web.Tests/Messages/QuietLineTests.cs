using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Tests.Fakes;
using static Teahouse.Web.Tests.Fakes.Entries;

namespace Teahouse.Web.Tests.Messages;

public sealed class QuietLineTests
{
    [Fact]
    public void Many_who_join_are_counted()
    {
        var joins = Enumerable.Range(0, 5).Select(i => Did(i, $"n{i}", EventKind.Join)).Append(Did(9, "Tom", EventKind.Quit)).ToArray();
        Assert.Equal("n0、n1和另外 3 人加入 · Tom离开", Chinese(joins));
        Assert.Equal("n0, n1 and 3 others joined · Tom left", English(joins));
    }

    [Fact]
    public void Three_who_join_are_all_named()
    {
        Assert.Equal("a, b and c joined", English(
            Did(1, "a", EventKind.Join), Did(2, "b", EventKind.Join), Did(3, "c", EventKind.Join)));
    }

    [Fact]
    public void Who_came_and_went_is_said_once()
    {
        Assert.Equal("bob came and went", English(Did(1, "bob", EventKind.Join), Did(2, "bob", EventKind.Part)));
    }

    [Fact]
    public void Who_left_and_came_back_is_there()
    {
        Assert.Equal("bob joined", English(Did(1, "bob", EventKind.Quit), Did(2, "bob", EventKind.Join)));
    }

    [Theory]
    [InlineData(EventKind.Nick, "bobby", "", "bob is now bobby", "bob 改名为 bobby")]
    [InlineData(EventKind.Kick, "cid", "", "bob removed cid", "cid 被 bob 请出")]
    [InlineData(EventKind.Kick, "cid", "spam", "bob removed cid (spam)", "cid 被 bob 请出 (spam)")]
    [InlineData(EventKind.Topic, "", "tea", "bob set the topic: tea", "bob 把话题改为：tea")]
    [InlineData(EventKind.Topic, "", "", "bob cleared the topic", "bob 清除了话题")]
    [InlineData(EventKind.Mode, "", "+o cid", "bob made cid operator", "bob 让 cid 成为管理员")]
    [InlineData(EventKind.Mode, "", "+qo 陈晓 陈晓", "bob made 陈晓 founder", "bob 让 陈晓 成为房主")]
    [InlineData(EventKind.Mode, "", "-o cid", "bob took the rank of operator from cid", "bob 取消了 cid 的管理员身份")]
    [InlineData(EventKind.Mode, "", "+v cid", "bob gave cid voice", "bob 让 cid 可以发言")]
    [InlineData(EventKind.Mode, "", "-v cid", "bob took voice from cid", "bob 收回了 cid 的发言权")]
    [InlineData(EventKind.Mode, "", "+b a:cid", "bob banned cid", "bob 禁止 cid 进入")]
    [InlineData(EventKind.Mode, "", "-b a:cid", "bob unbanned cid", "bob 解除了对 cid 的禁止")]
    [InlineData(EventKind.Mode, "", "+b *!*@host", "bob banned *!*@host", "bob 禁止 *!*@host 进入")]
    [InlineData(EventKind.Mode, "", "+oo cid dan", "bob set +oo cid dan", "bob 设置了 +oo cid dan")]
    [InlineData(EventKind.Mode, "", "+o-v cid cid", "bob set +o-v cid cid", "bob 设置了 +o-v cid cid")]
    [InlineData(EventKind.Mode, "", "+ob cid cid", "bob set +ob cid cid", "bob 设置了 +ob cid cid")]
    [InlineData(EventKind.Mode, "", "+m", "bob set +m", "bob 设置了 +m")]
    public void A_deed_is_told(EventKind kind, string subject, string text, string english, string chinese)
    {
        Assert.Equal(english, English(Did(1, "bob", kind, subject, text)));
        Assert.Equal(chinese, Chinese(Did(1, "bob", kind, subject, text)));
    }

    private static string English(params TimelineEvent[] events) => QuietLine.Say(events, Language.English, new FixedLocale());

    private static string Chinese(params TimelineEvent[] events) => QuietLine.Say(events, Language.Chinese, new FixedLocale());
}
