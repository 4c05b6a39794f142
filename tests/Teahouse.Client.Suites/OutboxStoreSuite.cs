namespace Teahouse.Client.Suites;

/// <summary>What every outbox holds to, wherever it keeps its messages.</summary>
public abstract class OutboxStoreSuite
{
    private const string Ann = "ann";

    private int _written;

    /// <summary>A further session of the outbox that this test has to itself.</summary>
    protected abstract Task<IOutboxStore> OpenAsync();

    [Fact]
    public async Task What_a_session_leaves_is_taken_over_as_it_was_and_in_order()
    {
        var first = await OpenAsync();
        var one = Written("one") with { Id = Key(1000), Repeatable = true, LineBytes = 400, Delivery = Delivery.Sending };
        var two = Written("two\n\n第二行 🍵", "陈晓") with { Kind = MessageKind.Notice };
        var three = Written("") with { Delivery = Delivery.Failed, Problem = new(ProblemKind.NotAllowed, "404", "No \"quotes\""), CanRetry = true };
        foreach (var message in new[] { one, two, three }) await first.AddAsync(message);
        await first.DisposeAsync();

        await using var second = await OpenAsync();
        Assert.Equal([one, two, three], await second.ClaimAsync(Ann));
        Assert.Empty(await second.ClaimAsync(Ann));
    }

    [Fact]
    public async Task A_living_session_keeps_what_it_has()
    {
        await using var first = await OpenAsync();
        await first.AddAsync(Written("mine"));
        await using var second = await OpenAsync();
        Assert.Empty(await second.ClaimAsync(Ann));
        Assert.Empty(await first.ClaimAsync(Ann));
    }

    [Fact]
    public async Task Each_account_has_its_own()
    {
        var first = await OpenAsync();
        var (ann, bob) = (Written("of ann"), Written("of bob") with { Account = "bob" });
        await first.AddAsync(bob);
        await first.AddAsync(ann);
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Equal([ann], await second.ClaimAsync(Ann));
        Assert.Equal([bob], await second.ClaimAsync("bob"));
    }

    [Fact]
    public async Task Of_two_that_want_it_one_gets_it()
    {
        var first = await OpenAsync();
        for (var i = 0; i < 20; i++) await first.AddAsync(Written($"{i}"));
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        await using var third = await OpenAsync();
        var claims = await Task.WhenAll(second.ClaimAsync(Ann), third.ClaimAsync(Ann));
        Assert.Equal(20, claims[0].Concat(claims[1]).DistinctBy(m => m.Key).Count());
        Assert.Equal(20, claims.Sum(c => c.Count));
    }

    [Fact]
    public async Task What_is_known_later_replaces_what_was()
    {
        var first = await OpenAsync();
        var (one, two) = (Written("one"), Written("two"));
        await first.AddAsync(one);
        await first.AddAsync(two);
        Assert.True(await first.ReplaceAsync(one with { Id = Key(1), Delivery = Delivery.Sending }));
        Assert.True(await first.ReplaceAsync(one with { Id = Key(1), Delivery = Delivery.Unknown, Problem = new(ProblemKind.Unknown) }));
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Equal([one with { Id = Key(1), Delivery = Delivery.Unknown, Problem = new(ProblemKind.Unknown) }, two], await second.ClaimAsync(Ann));
    }

    [Fact]
    public async Task A_rest_stands_right_behind_what_it_was_cut_from()
    {
        var first = await OpenAsync();
        var (one, two) = (Written("1"), Written("2"));
        await first.AddAsync(one);
        await first.AddAsync(two);
        var rest = one;
        for (var i = 1; i <= 60; i++)
        {
            var further = Written($"1.{i}");
            Assert.True(await first.ReplaceAsync(rest, further));
            rest = further;
        }
        // The first part once more, when its rest has its place already.
        Assert.True(await first.ReplaceAsync(one, Written("1.0")));
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Equal(["1", .. Enumerable.Range(0, 61).Select(i => $"1.{i}"), "2"], (await second.ClaimAsync(Ann)).Select(m => m.Text));
    }

    [Fact]
    public async Task What_another_session_took_over_cannot_be_changed_by_the_one_that_was_believed_dead()
    {
        var first = await OpenAsync();
        var message = Written("one");
        await first.AddAsync(message);
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Single(await second.ClaimAsync(Ann));
        await using var third = await OpenAsync();
        Assert.False(await third.ReplaceAsync(message with { Text = "changed" }, Written("rest")));
        await third.RemoveAsync(message.Key);
        await second.DisposeAsync();
        Assert.Equal([message], await third.ClaimAsync(Ann));
    }

    [Fact]
    public async Task What_is_done_with_does_not_come_back()
    {
        var first = await OpenAsync();
        var (one, two) = (Written("one"), Written("two"));
        await first.AddAsync(one);
        await first.AddAsync(two);
        await first.RemoveAsync(one.Key);
        await first.RemoveAsync(one.Key);
        Assert.False(await first.ReplaceAsync(one));
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Equal([two], await second.ClaimAsync(Ann));
        await second.RemoveAsync(two.Key);
        await second.DisposeAsync();
        await using var third = await OpenAsync();
        Assert.Empty(await third.ClaimAsync(Ann));
    }

    private OutboxMessage Written(string text, string conversation = "#tea") =>
        new(Key(++_written), Ann, conversation, MessageKind.Message, text, new(2026, 5, 1, 12, 0, 0, 123, TimeSpan.Zero));

    private static Guid Key(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
