namespace Teahouse.Protocol.Tests.Messages;

public sealed class MessageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("privmsg")]
    [InlineData("PRIV MSG")]
    [InlineData("12")]
    [InlineData("PING\r\nQUIT")]
    public void A_command_that_cannot_be_written_is_refused(string command) =>
        Assert.Throws<ArgumentException>(() => new Message(command));

    [Theory]
    [InlineData("a", "b\r\nQUIT")]
    [InlineData("a", "b\nQUIT")]
    [InlineData("a", "b\0")]
    [InlineData("", "b")]
    [InlineData(":a", "b")]
    [InlineData("a b", "c")]
    public void Parameters_that_cannot_be_written_are_refused(string first, string last) =>
        Assert.Throws<ArgumentException>(() => new Message("PRIVMSG", first, last));

    [Theory]
    [InlineData("", null, null)]
    [InlineData("a!b", null, null)]
    [InlineData("a@b", null, null)]
    [InlineData("a b", null, null)]
    [InlineData("a", "u@v", null)]
    [InlineData("a", "u v", null)]
    [InlineData("a", "u", "h\r\nQUIT")]
    public void A_source_that_would_read_back_as_another_is_refused(string name, string? user, string? host) =>
        Assert.Throws<ArgumentException>(() => new Source(name, user, host));

    [Fact]
    public void A_source_cannot_be_changed_to_a_bad_one() =>
        Assert.Throws<ArgumentException>(() => new Source("ann") with { Host = "a b" });

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("a=b")]
    [InlineData("a\r\n")]
    public void A_tag_key_that_cannot_be_written_is_refused(string key) =>
        Assert.Throws<ArgumentException>(() => Tags.Empty.With(key, "x"));

    [Fact]
    public void A_tag_value_cannot_hold_NUL() => Assert.Throws<ArgumentException>(() => Tags.Empty.With("a", "\0"));

    [Fact]
    public void A_colon_is_written_only_before_a_last_parameter_that_needs_it()
    {
        Assert.Equal("PRIVMSG #tea hi", new Message("PRIVMSG", "#tea", "hi").ToString());
        Assert.Equal("PRIVMSG #tea :hi all", new Message("PRIVMSG", "#tea", "hi all").ToString());
        Assert.Equal("PRIVMSG #tea ::)", new Message("PRIVMSG", "#tea", ":)").ToString());
        Assert.Equal("TOPIC #tea :", new Message("TOPIC", "#tea", "").ToString());
    }

    [Fact]
    public void Messages_are_equal_by_value_whatever_the_order_of_their_tags()
    {
        var one = MessageParser.Parse("@a=1;b=2 :ann!a@h PRIVMSG #tea :hi");
        var other = MessageParser.Parse("@b=2;a=1 :ann!a@h privmsg #tea hi");
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one.WithTags(one.Tags.With("a", "2")));
        Assert.NotEqual(one, one.WithSource(null));
        Assert.NotEqual(one, MessageParser.Parse("@a=1;b=2 :ann!a@h PRIVMSG #tea :Hi"));
    }

    [Fact]
    public void A_parameter_that_is_not_there_throws() =>
        Assert.Throws<IndexOutOfRangeException>(() => new Message("PING", "a")[1]);

    [Fact]
    public void Tags_are_changed_by_making_new_ones()
    {
        var tags = Tags.Empty.With("time", "1").With("+typing", "active").With("time", "2");
        Assert.Equal(["time=2", "+typing=active"], List(tags));
        Assert.Equal(["+typing=active"], List(tags.ClientOnly()));
        Assert.Equal(["+typing=active"], List(tags.Without("time")));
        Assert.Equal(tags, tags.Without("msgid"));
        Assert.Equal(2, tags.Count);
    }

    [Fact]
    public void A_tag_without_a_value_is_there_and_empty()
    {
        var tags = default(Tags).With("bot", null);
        Assert.True(tags.Contains("bot"));
        Assert.Equal("", tags["bot"]);
        Assert.Null(tags["Bot"]);
        Assert.Equal(MessageParser.Parse("@bot= PING").Tags, tags);
        Assert.Equal("@bot PING", new Message(tags, null, "PING").ToString());
    }

    [Fact]
    public void Walking_tags_allocates_nothing()
    {
        var tags = Tags.Empty.With("a", "1").With("b", "2");
        var length = Walk(tags) + Walk(default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        length += Walk(tags) + Walk(default);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(8, length);
    }

    private static int Walk(Tags tags)
    {
        var length = 0;
        foreach (var (key, value) in tags) length += key.Length + value.Length;
        return length;
    }

    private static List<string> List(Tags tags)
    {
        var list = new List<string>();
        foreach (var tag in tags) list.Add($"{tag.Key}={tag.Value}");
        return list;
    }
}
