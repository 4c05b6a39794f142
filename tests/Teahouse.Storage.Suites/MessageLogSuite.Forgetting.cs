using Teahouse.Core.Log;
using Teahouse.Protocol;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Suites;

/// <summary>How clients' ids are forgotten.</summary>
public abstract partial class MessageLogSuite
{
    private const long Noon = 1_800_000_000_000;

    [Fact]
    public async Task Ids_up_to_the_mark_are_forgotten_and_the_mark_only_grows()
    {
        var head = await Log.TakeAsync(Tea);
        Assert.Equal(new ClientKeySpan(0, null), await Log.ClientKeysAsync());
        await Log.AppendAsync(After(head, Stored(1, key: IdAt(Noon)), Stored(2, key: IdAt(Noon + 1)), Stored(3, key: IdAt(Noon + 1, account: 8)), Stored(4, key: IdAt(Noon + 2))));
        // What is written behind is written by then.
        await RestartAsync();
        Assert.Equal(new ClientKeySpan(0, Noon), await Log.ClientKeysAsync());
        await ForgetAsync(Noon - 1);
        Assert.Equal(new ClientKeySpan(Noon - 1, Noon), await Log.ClientKeysAsync());
        await ForgetAsync(Noon + 1);
        await ForgetAsync(Noon);
        for (var restarts = 0; restarts < 2; restarts++)
        {
            Assert.Equal(new ClientKeySpan(Noon + 1, Noon + 2), await Log.ClientKeysAsync());
            Assert.Null(await Log.FindClientKeyAsync(head.Id, IdAt(Noon)));
            Assert.Null(await Log.FindClientKeyAsync(head.Id, IdAt(Noon + 1)));
            Assert.Null(await Log.FindClientKeyAsync(head.Id, IdAt(Noon + 1, account: 8)));
            Assert.Equal(4, (await Log.FindClientKeyAsync(head.Id, IdAt(Noon + 2)))!.Value.Sequence);
            await RestartAsync();
        }
        // The messages stay.
        Assert.Equal(4, (await Log.ReadAsync(head.Id, new LogRange(1, 9, 9))).Length);
    }

    [Fact]
    public async Task However_many_ids_there_are_they_go_piece_by_piece()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, [.. Enumerable.Range(1, 4100).Select(i => Stored(i, key: IdAt(Noon + i % 7, account: i)))]));
        await RestartAsync();
        await ForgetAsync(Noon + 10);
        Assert.Equal(new ClientKeySpan(Noon + 10, null), await Log.ClientKeysAsync());
        Assert.Null(await Log.FindClientKeyAsync(head.Id, IdAt(Noon + 4100 % 7, account: 4100)));
    }

    private async Task ForgetAsync(long time)
    {
        var pieces = 0;
        while (!await Log.ForgetClientKeysAsync(time)) Assert.True(++pieces < 10);
    }

    private static ClientKey IdAt(long time, long account = 7) => new(account, OnceId.Make(time, 1).Value, 1);
}
