using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Once;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Once;

public sealed class KnownIdsTests
{
    private const long Now = 1_800_000_000_000;

    private static ConversationHead Head(long owner, int epoch = 1, long lastTime = Now) => new(new(1), ConversationKey.Channel("#tea"), owner, epoch, 5, lastTime, 1, default);

    private static ClientKey Key(long time, ulong number = 1, long account = 7) => new(account, OnceId.Make(time, number).Value, 1);

    [Fact]
    public void The_first_owner_has_seen_every_id_and_a_later_one_has_not()
    {
        var first = new KnownIds();
        first.Begin(Head(1), Now);
        Assert.True(first.IsNew(Key(Now)));
        var later = new KnownIds();
        later.Begin(Head(2), Now);
        Assert.False(later.IsNew(Key(Now)));
        Assert.False(later.IsNew(Key(Now + 600_000, ulong.MaxValue)));
        Assert.True(later.IsNew(Key(Now + 600_002)));
    }

    [Fact]
    public void What_a_head_does_not_know_of_earlier_epochs_is_bounded_by_the_clock()
    {
        var ids = new KnownIds();
        ids.Begin(Head(3, epoch: 2, lastTime: 0), Now);
        Assert.False(ids.IsNew(Key(Now)));
    }

    [Fact]
    public void What_was_attempted_is_never_new_again_whatever_became_of_it()
    {
        var ids = new KnownIds();
        ids.Begin(Head(1), Now);
        ids.Attempt(Key(Now, 5));
        Assert.True(ids.IsPending(7, Key(Now, 5).Id));
        ids.Settle();
        Assert.False(ids.IsPending(7, Key(Now, 5).Id));
        Assert.False(ids.IsNew(Key(Now, 5)));
        Assert.False(ids.IsNew(Key(Now, 4)));
        Assert.True(ids.IsNew(Key(Now, 6)));
        Assert.True(ids.IsNew(Key(Now, 4, account: 8)));
    }

    [Fact]
    public void Of_more_accounts_than_it_remembers_none_is_taken_for_new()
    {
        var ids = new KnownIds();
        ids.Begin(Head(1), Now);
        for (var account = 1; account <= 2000; account++) ids.Attempt(Key(Now + account, 1, account));
        for (var account = 1; account <= 2000; account++) Assert.False(ids.IsNew(Key(Now + account, 1, account)));
        Assert.True(ids.IsNew(Key(Now + 2001)));
    }

    [Fact]
    public void The_latest_are_found_without_the_log()
    {
        var ids = new KnownIds();
        for (ulong number = 1; number <= 1000; number++) ids.Stored(Key(Now, number), new ClientKeyMatch(1, (long)number, Now, 1));
        Assert.Equal(1000, ids.Find(Key(Now, 1000))!.Value.Sequence);
        Assert.Null(ids.Find(Key(Now, 1)));
        ids.Begin(Head(2), Now);
        Assert.Null(ids.Find(Key(Now, 1000)));
    }

    [Fact]
    public void The_hash_is_that_of_the_content_and_is_the_same_tomorrow()
    {
        var tags = Tags.Empty.With("+a", "1").With("+b", "2");
        var hash = ContentHash.Of(EventKind.Privmsg, "one\ntwo", tags);
        Assert.Equal(17878205908010695523UL, hash);
        Assert.Equal(hash, ContentHash.Of(EventKind.Privmsg, "one\ntwo", Tags.Empty.With("+b", "2").With("+a", "1")));
        Assert.NotEqual(hash, ContentHash.Of(EventKind.Notice, "one\ntwo", tags));
        Assert.NotEqual(hash, ContentHash.Of(EventKind.Privmsg, "one\rtwo", tags));
        Assert.NotEqual(hash, ContentHash.Of(EventKind.Privmsg, "one\ntwo", Tags.Empty.With("+a", "1")));
        Assert.NotEqual(hash, ContentHash.Of(EventKind.Privmsg, "one\ntwo", Tags.Empty.With("+a", "12").With("+b", "")));
    }
}
