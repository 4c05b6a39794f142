using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>What is stored comes back as it was, also what an earlier version stored.</summary>
public sealed class CodecTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['茶', '茸'], Gen.Const('\\'), Gen.Const(';'), Gen.Const(' ')), 0, 300];

    private static readonly Gen<Event> Events = Gen.Select(
        Gen.Int[0, Enum.GetValues<EventKind>().Length - 1].Select(i => Enum.GetValues<EventKind>()[i]), Texts, Texts, Texts.Array[0, 5], Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 9], Texts).Array[0, 30],
        (kind, prefix, account, parameters, tags) => new Event(
            kind, new Place(1, 1), 1, "id", new EventSource(prefix, "u" + account, account.Length == 0 ? null : account),
            [.. parameters], tags.Aggregate(Tags.Empty, (all, tag) => all.With("+" + tag.Item1, tag.Item2))));

    [Fact]
    public void An_event_comes_back_as_it_was_stored() => Events.Sample(happened =>
    {
        var payload = EventCodec.Encode(happened.Kind, happened.Source, happened.Parameters, happened.Tags);
        var (kind, source, parameters, tags) = EventCodec.Decode(payload)!.Value;
        return kind == happened.Kind && source == happened.Source && parameters.SequenceEqual(happened.Parameters) && tags == happened.Tags;
    });

    [Fact]
    public void What_a_later_version_wrote_and_what_retention_emptied_is_no_event()
    {
        Assert.Null(EventCodec.Decode([]));
        Assert.Null(EventCodec.Decode([255, 1, 0, 0, 0, 0, 0]));
    }

    private static readonly Gen<ChannelSettings> Settings = Gen.Select(
        Gen.Select(Texts, Gen.Long[0, long.MaxValue], Gen.Long[-1, 1000], Gen.Int[0, 31]),
        Gen.Select(Texts.Null(), Gen.Int[0, 1000], Gen.Select(Texts, Texts, Gen.Long, (text, by, at) => new Topic(text, by, at)).Null()),
        Gen.Select(Texts, Texts, Gen.Long).Array[0, 5], Gen.Select(Gen.Long[1, 1000], Gen.Int[0, 7]).Array[0, 5],
        (a, b, bans, accounts) => new ChannelSettings(
            "#" + a.Item1, a.Item2, a.Item3, (ChannelFlags)a.Item4, b.Item1, b.Item2, b.Item3,
            [.. bans.Select(ban => new MaskEntry(ban.Item1, ban.Item2, ban.Item3))],
            accounts.Aggregate(ImmutableDictionary<long, MemberModes>.Empty, (all, one) => all.SetItem(one.Item1, (MemberModes)one.Item2))));

    [Fact]
    public void A_channels_settings_come_back_as_they_were_stored() => Settings.Sample(settings =>
    {
        var read = ChannelSettingsCodec.Decode(ChannelSettingsCodec.Encode(settings))!;
        Assert.Equal(settings with { Bans = read.Bans, Accounts = read.Accounts }, read);
        Assert.Equal(settings.Bans.AsEnumerable(), read.Bans);
        Assert.Equal(settings.Accounts.OrderBy(a => a.Key), read.Accounts.OrderBy(a => a.Key));
    });

    [Fact]
    public void Settings_without_what_came_later_can_be_read()
    {
        var read = ChannelSettingsCodec.Decode(Encoding.UTF8.GetBytes("""{"Name":"#tea","Created":5}"""))!;
        Assert.Equal("#tea", read.Name);
        Assert.Empty(read.Bans);
        Assert.Empty(read.Accounts);
        Assert.False(read.Registered);
        Assert.Null(ChannelSettingsCodec.Decode([]));
    }
}
