namespace Teahouse.Protocol.Tests.Messages;

public sealed class GroupMentionTests
{
    [Theory]
    [InlineData("@所有人", GroupMention.All)]
    [InlineData("请@所有人看一下", GroupMention.All)]
    [InlineData("@All: look", GroupMention.All)]
    [InlineData("@here", GroupMention.Here)]
    [InlineData("@在线的各位", GroupMention.Here)]
    [InlineData("@here and @all", GroupMention.All)]
    [InlineData("one\ntwo @all", GroupMention.All)]
    [InlineData("\u0002@all\u0002", GroupMention.All)]
    [InlineData("\u0011code\u0011 @all", GroupMention.All)]
    [InlineData("\u0011@all\u0011", GroupMention.Nobody)]
    [InlineData("\u0011@all", GroupMention.Nobody)]
    [InlineData("@allan", GroupMention.Nobody)]
    [InlineData("@all-in", GroupMention.Nobody)]
    [InlineData("ann@all.example", GroupMention.Nobody)]
    [InlineData("all here", GroupMention.Nobody)]
    [InlineData("@", GroupMention.Nobody)]
    [InlineData("", GroupMention.Nobody)]
    public void The_words_for_everybody_are_found_where_they_are_words(string text, GroupMention expected) => Assert.Equal(expected, GroupMentions.In(text));

    [Theory]
    [InlineData(GroupMention.All)]
    [InlineData(GroupMention.Here)]
    [InlineData(GroupMention.Nobody)]
    public void What_the_tag_says_is_read_back(GroupMention whom) => Assert.Equal(whom, GroupMentions.OfTag(whom.TagValue()));
}
