using Teahouse.Client;
using Teahouse.Web.Notifications;
using Teahouse.Web.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Teahouse.Web.Tests.Notifications;

public sealed class NotifierTests
{
    private readonly Chat _chat = new("#tea", "#news");
    private readonly MemoryStorage _storage = new();
    private readonly FakeNotifications _shown = new();
    private readonly FakeTimeProvider _time = new(Entries.Morning);
    private readonly NotificationSettings _settings;
    private int _said;

    public NotifierTests()
    {
        _settings = new(_storage);
        _settings.SetOn(true);
        _chat.State.Heard += new Notifier(_shown, _settings, new FixedLocale(), _time).Hear;
    }

    private IEnumerable<string> Bodies => _shown.Shown.Select(s => s.Body);

    [Fact]
    public void Of_a_room_what_names_the_reader_and_of_a_direct_chat_everything()
    {
        Say("Marta", "#tea", "hello all");
        Say("Marta", "#tea", "me, tea?");
        Say("Marta", "me", "\u0002psst\u0002");
        Assert.Equal([("#tea", "Marta · #tea", "me, tea?", false), ("Marta", "Marta", "psst", false)], _shown.Shown);
    }

    [Fact]
    public void A_room_may_tell_everything_or_nothing()
    {
        _settings.SetRule(_chat.Room("#tea"), NotificationRule.All);
        _settings.SetRule(_chat.Room("#news"), NotificationRule.None);
        Say("Marta", "#tea", "hello all");
        Say("Marta", "#news", "me, look");
        Assert.Equal(["hello all"], Bodies);
        Assert.Equal(["notify", "notify.rule.#news", "notify.rule.#tea"], _storage.Values.Keys.Order());
        _settings.SetRule(_chat.Room("#tea"), NotificationRule.Mentions);
        Assert.DoesNotContain("notify.rule.#tea", _storage.Values.Keys);
    }

    [Fact]
    public void Words_count_like_the_own_name_and_not_as_a_part_of_others()
    {
        _settings.SetWords("release， 值班,");
        Say("Marta", "#tea", "the Release is out");
        Say("Marta", "#tea", "prereleases are out");
        Say("Marta", "#tea", "今天谁值班？");
        Assert.Equal(["the Release is out", "今天谁值班？"], Bodies);
    }

    [Theory]
    [InlineData(22, 8, 23, false)]
    [InlineData(22, 8, 7, false)]
    [InlineData(22, 8, 8, true)]
    [InlineData(22, 8, 21, true)]
    [InlineData(12, 14, 13, false)]
    [InlineData(12, 14, 14, true)]
    public void In_quiet_hours_nothing_is_told_over_midnight_too(int from, int to, int hour, bool told)
    {
        _settings.SetQuiet(new(from * 60, to * 60));
        _time.SetUtcNow(Entries.Morning.AddDays(1).AddHours(hour - Entries.Morning.Hour));
        Say("Marta", "me", "hello");
        Assert.Equal(told, _shown.Shown.Count == 1);
    }

    [Fact]
    public void Not_now_and_not_turned_on_are_silent()
    {
        _settings.SetNotNow(true);
        Say("Marta", "me", "one");
        _settings.SetNotNow(false);
        _settings.SetOn(false);
        Say("Marta", "me", "two");
        _settings.SetOn(true);
        _settings.SetSound(true);
        Say("Marta", "me", "three");
        Assert.Equal([("Marta", "Marta", "three", true)], _shown.Shown);
    }

    [Fact]
    public void What_oneself_says_elsewhere_and_what_the_history_brings_is_no_news()
    {
        Say("me", "#tea", "me, from the other device");
        _chat.Hear(
            ":irc.test BATCH +h chathistory #tea", "@batch=h;msgid=old;time=2026-03-05T08:00:00.000Z :Marta!u@h PRIVMSG #tea :me, long ago", ":irc.test BATCH -h");
        Assert.Empty(_shown.Shown);
    }

    [Fact]
    public void What_was_missed_while_the_connection_was_lost_is_told_when_it_is_back()
    {
        _chat.Hear("@time=2026-03-05T09:30:00.000Z;msgid=a :Marta!u@h PRIVMSG #tea :before");
        _chat.State.Disconnected();
        _chat.Hear(":me!u@h JOIN #tea", ":irc.test BATCH +h chathistory #tea",
            "@batch=h;msgid=b;time=2026-03-05T09:29:00.000Z :Marta!u@h PRIVMSG #tea :me, earlier",
            "@batch=h;msgid=c;time=2026-03-05T09:31:00.000Z :Marta!u@h PRIVMSG #tea :me, are you there?", ":irc.test BATCH -h");
        Assert.Equal(["me, are you there?"], Bodies);
    }

    [Fact]
    public void Another_tab_that_changes_the_settings_is_heard()
    {
        var changes = 0;
        _settings.Changed += () => changes++;
        _storage.WriteElsewhere("notify.not-now", "1");
        _storage.WriteElsewhere("theme", "dark");
        Assert.Equal(1, changes);
        Say("Marta", "me", "hello");
        Assert.Empty(_shown.Shown);
    }

    [Fact]
    public void A_long_message_is_cut_and_no_pair_is()
    {
        Say("Marta", "me", new string('a', 159) + "🍵🍵");
        Assert.Equal(new string('a', 159) + "…", Assert.Single(Bodies));
    }

    private void Say(string nick, string target, string text) => _chat.Hear($"@msgid=m{++_said} :{nick}!u@h PRIVMSG {target} :{text}");
}
