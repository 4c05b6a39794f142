namespace Teahouse.Protocol.Tests.Vectors;

public sealed class VectorTests
{
    [Fact]
    public void Every_public_line_is_read_as_its_authors_say() => Assert.All(VectorFile.Read<LineCase>("lines-read.json"), c =>
    {
        var message = MessageParser.Parse(c.Line!);
        Assert.Equal(c.ExpectedTags(), message.Tags);
        Assert.Equal(c.Source, message.Source?.ToString());
        Assert.Equal(c.Command.ToUpperInvariant(), message.Command);
        Assert.Equal(c.Parameters, message.Parameters);
    });

    [Fact]
    public void Every_public_message_is_written_as_its_authors_allow() => Assert.All(VectorFile.Read<LineCase>("lines-written.json"), c =>
    {
        var source = c.Source is null ? null : Source.Parse(c.Source);
        var message = new Message(c.ExpectedTags(), source, c.Command.ToUpperInvariant(), c.Parameters);
        Assert.Contains(message.ToString(), c.OneOf!, StringComparer.OrdinalIgnoreCase);
    });

    [Fact]
    public void Every_public_source_is_split_as_its_authors_say() => Assert.All(VectorFile.Read<SourceCase>("sources.json"), c =>
    {
        Assert.Equal(new Source(c.Name, c.User, c.Host), Source.Parse(c.Source));
        Assert.Equal(c.Source, Source.Parse(c.Source).ToString());
    });

    [Fact]
    public void Every_public_mask_covers_what_its_authors_say() => Assert.All(VectorFile.Read<MaskCase>("masks.json"), c =>
    {
        Assert.All(c.Matches, text => Assert.True(Mask.Matches(c.Mask, text), text));
        Assert.All(c.Fails, text => Assert.False(Mask.Matches(c.Mask, text), text));
    });

    public sealed record LineCase(string Command, string[] Parameters, string? Line, string? Source, Dictionary<string, string>? Tags, string[]? OneOf)
    {
        public Tags ExpectedTags() =>
            (Tags ?? []).Aggregate(Teahouse.Protocol.Tags.Empty, (tags, tag) => tags.With(tag.Key, tag.Value));
    }

    public sealed record SourceCase(string Source, string Name, string? User, string? Host);

    public sealed record MaskCase(string Mask, string[] Matches, string[] Fails);
}
