namespace Teahouse.Client.Tests;

/// <summary>On a thread that it shares, the client lets others have their turn.</summary>
public sealed class RestingTests
{
    [Fact]
    public async Task After_a_long_stretch_of_work_nothing_is_done_until_the_rest_is_over()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await server.ReadAsync(state =>
        {
            // What is drawn takes its time.
            state.FindRoom("#tea")!.Changed += () => server.Time.Advance(TimeSpan.FromMilliseconds(10));
            return true;
        });
        var resting = new TaskCompletionSource();
        var isOver = new TaskCompletionSource();
        server.Rest = () =>
        {
            resting.TrySetResult();
            return isOver.Task;
        };

        link.Say(FakeServer.Entry(1));
        await resting.Task.WaitAsync(FakeLink.Patience);
        var read = server.TextsAsync();
        Assert.False(read.IsCompleted);
        isOver.SetResult();
        Assert.Equal(["text 1"], await read);

        link.Say(FakeServer.Entry(2));
        await link.BarrierAsync();
        Assert.Equal(["text 1", "text 2"], await server.TextsAsync());
    }

    [Fact]
    public async Task After_little_work_nobody_waits()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        server.Rest = () => throw new InvalidOperationException("It is not tired.");
        link.Say(FakeServer.Entry(1));
        await link.BarrierAsync();
        Assert.Equal(["text 1"], await server.TextsAsync());
    }
}
