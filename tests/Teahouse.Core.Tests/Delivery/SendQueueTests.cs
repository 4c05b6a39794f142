using System.IO.Pipelines;
using System.Text;
using Teahouse.Core.Delivery;
using Teahouse.Core.Tests.Transcripts;
using static Teahouse.Core.Tests.Delivery.QueueScene;

namespace Teahouse.Core.Tests.Delivery;

public sealed class SendQueueTests
{
    private readonly SendBudget _budget = new(0);

    [Fact]
    public void Lines_go_out_in_order_once_they_are_flushed()
    {
        var (queue, pipe) = Make(_budget, 1000, 0);
        Assert.True(queue.Offer(Line("a")));
        Assert.False(queue.Offer(Line("b")));
        Assert.Equal(2, queue.Waiting);
        Assert.False(pipe.Reader.TryRead(out _));
        queue.Flush();
        Assert.Equal("ab", Read(pipe));
        Assert.Equal(0, queue.Waiting);
        Assert.True(queue.Offer(Line("c")));
    }

    [Fact]
    public void Who_offers_first_flushes_for_those_after_it()
    {
        var (queue, pipe) = Make(_budget, 10_000, 100);
        queue.Offer(Hundred);
        queue.Flush();
        // The pump waits for the reader: it takes these by itself.
        Assert.False(queue.Offer(Line("a")));
        Assert.False(queue.Offer(Line("b")));
        Assert.EndsWith("ab", Read(pipe), StringComparison.Ordinal);
        Assert.Equal(0, queue.Waiting);
    }

    [Fact]
    public void An_overflow_drops_what_waits_and_says_why_once()
    {
        var (queue, pipe) = Make(_budget, 250, 100);
        List<string> reasons = [];
        queue.Overflowed = reasons.Add;
        queue.Offer(Hundred);
        queue.Flush();
        queue.Offer(Hundred);
        Assert.False(queue.Offer(Hundred));
        Assert.False(queue.Offer(Hundred));
        Assert.Contains("too slowly", Assert.Single(reasons), StringComparison.Ordinal);
        Assert.False(queue.IsOpen);
        // The pipe still holds the first; the second is gone.
        Assert.Equal(100, queue.Waiting);
        Assert.Equal(100, _budget.Waiting);
        Assert.Equal(100, Read(pipe).Length);
        Assert.Equal(0, queue.Waiting);
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public async Task The_last_word_reaches_even_a_peer_that_read_too_slowly()
    {
        var (queue, pipe) = Make(_budget, 150, 100);
        queue.Offer(Hundred);
        queue.Flush();
        queue.Offer(Hundred);
        var closed = queue.CloseAsync(Line("ERROR"));
        Assert.False(closed.IsCompleted);
        Assert.EndsWith("\0ERROR", Read(pipe), StringComparison.Ordinal);
        await closed;
        await queue.WriteAsync(Line("more"));
        Assert.Equal("", Read(pipe));
    }

    [Fact]
    public async Task An_answer_waits_for_room_and_is_not_dropped()
    {
        var (queue, pipe) = Make(_budget, 250, 100);
        await queue.WriteAsync(Hundred);
        await queue.WriteAsync(Hundred);
        var waiting = queue.WriteAsync(Line(new string('x', 100))).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.True(queue.IsOpen);
        Assert.Equal(200, queue.Waiting);
        // Who waits may write as soon as there is room: before or after the second read.
        var first = Read(pipe);
        await waiting;
        Assert.Equal(new string('\0', 200) + new string('x', 100), first + Read(pipe));
    }

    [Fact]
    public async Task An_answer_larger_than_the_bound_waits_until_it_is_alone()
    {
        var (queue, pipe) = Make(_budget, 100, 50);
        await queue.WriteAsync(Line("first" + new string('.', 60)));
        var large = queue.WriteAsync(Line(new string('x', 500))).AsTask();
        Assert.False(large.IsCompleted);
        Read(pipe);
        await large;
        Assert.Equal(500, Read(pipe).Length);
    }

    [Fact]
    public async Task When_the_session_ends_no_answer_waits_any_more()
    {
        var (queue, pipe) = Make(_budget, 150, 100);
        await queue.WriteAsync(Hundred);
        var waiting = queue.WriteAsync(Hundred).AsTask();
        Assert.False(waiting.IsCompleted);
        queue.Hurry();
        await waiting;
        await queue.WriteAsync(Hundred);
        await queue.WriteAsync(Line("fits"));
        Assert.EndsWith("\0fits", Read(pipe), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_everything()
    {
        var (queue, pipe) = Make(_budget, 1000, 100);
        queue.Offer(Hundred);
        queue.Flush();
        queue.Offer(Hundred);
        await pipe.Reader.CompleteAsync();
        Assert.False(queue.IsOpen);
        Assert.Equal(0, queue.Waiting);
        Assert.Equal(0, _budget.Waiting);
        await queue.CloseAsync(Line("ERROR"));
        await queue.WriteAsync(Hundred);
        Assert.False(queue.Offer(Hundred));
    }

    [Fact]
    public async Task A_pipe_that_throws_whatever_it_likes_closes_the_queue()
    {
        var queue = new SendQueue(new ThrowingWriter(), 1000, _budget);
        queue.Offer(Hundred);
        queue.Flush();
        Assert.False(queue.IsOpen);
        Assert.Equal(0, _budget.Waiting);
        await queue.CloseAsync(Line("ERROR"));
    }

    [Fact]
    public void What_the_server_gives_up_waits_for_nobody()
    {
        var (queue, pipe) = Make(_budget, 1000, 100);
        queue.Offer(Hundred);
        queue.Flush();
        queue.Offer(Hundred);
        queue.Break();
        Assert.Equal(0, queue.Waiting);
        Assert.Equal(0, _budget.Waiting);
        Read(pipe);
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public void All_queues_together_are_bounded_and_the_longest_goes_first()
    {
        var budget = new SendBudget(1000);
        var queues = Enumerable.Range(0, 3).Select(_ => new SendQueue(PipeOf(1).Writer, 0, budget)).ToArray();
        foreach (var queue in queues) budget.Enter(queue);
        for (var i = 0; i < 2; i++) queues[0].Offer(Hundred);
        for (var i = 0; i < 5; i++) queues[1].Offer(Hundred);
        for (var i = 0; i < 3; i++) queues[2].Offer(Hundred);
        Assert.All(queues, queue => Assert.True(queue.IsOpen));
        queues[0].Offer(Hundred);
        Assert.Equal([true, false, true], queues.Select(queue => queue.IsOpen));
        Assert.Equal(600, budget.Waiting);
        budget.Leave(queues[2]);
        for (var i = 0; i < 5; i++) queues[0].Offer(Hundred);
        Assert.False(queues[0].IsOpen);
        Assert.Equal(300, budget.Waiting);
    }

    [Fact]
    public async Task A_reader_that_never_reads_costs_no_more_than_the_bounds_whatever_is_offered()
    {
        const int limit = 10_000;
        const int room = 5_000;
        var pipe = PipeOf(room);
        var queue = new SendQueue(pipe.Writer, limit, _budget);
        for (var i = 0; i < 1000 && queue.IsOpen; i++)
        {
            if (queue.Offer(Hundred)) queue.Flush();
            Assert.True(queue.Waiting <= limit);
        }
        Assert.False(queue.IsOpen);
        Assert.True(queue.Waiting <= limit);
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(read.Buffer.Length <= room + 32 * 1024, $"{read.Buffer.Length} bytes were handed to the pipe");
    }

    [Fact]
    public async Task Nothing_is_lost_doubled_or_left_lying_however_many_write_at_once()
    {
        const int writers = 8;
        const int lines = 2000;
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 1024, useSynchronizationContext: false));
        var queue = new SendQueue(pipe.Writer, 0, _budget);
        var reading = ReadLinesAsync(pipe.Reader);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < lines; i++)
            {
                var line = Line($"{writer} {i}\n");
                if (i % 3 == 0) await queue.WriteAsync(line);
                else if (queue.Offer(line)) queue.Flush();
            }
        })));
        await queue.CloseAsync(null).WaitAsync(WireClient.Patience, TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        var read = await reading;
        Assert.Equal(writers * lines, read.Count);
        foreach (var own in read.GroupBy(line => line.Split(' ')[0]))
            Assert.Equal(Enumerable.Range(0, lines).Select(i => $"{own.Key} {i}"), own);
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public async Task Queues_that_drop_each_other_for_the_common_bound_do_not_wait_for_each_other()
    {
        var budget = new SendBudget(2000);
        var dropped = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                var queue = new SendQueue(PipeOf(1).Writer, 0, budget);
                budget.Enter(queue);
                for (var n = 0; n < 50 && queue.IsOpen; n++) queue.Offer(Hundred);
                queue.Break();
                budget.Leave(queue);
            }
        }));
        await Task.WhenAll(dropped).WaitAsync(WireClient.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, budget.Waiting);
    }

    private static async Task<List<string>> ReadLinesAsync(PipeReader reader)
    {
        var text = new StringBuilder();
        while (true)
        {
            var result = await reader.ReadAsync();
            text.Append(Encoding.ASCII.GetString(result.Buffer));
            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted) return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    private sealed class ThrowingWriter : PipeWriter
    {
        public override void Advance(int bytes) => throw new TimeZoneNotFoundException();

        public override Memory<byte> GetMemory(int sizeHint = 0) => throw new TimeZoneNotFoundException();

        public override Span<byte> GetSpan(int sizeHint = 0) => throw new TimeZoneNotFoundException();

        public override void CancelPendingFlush() { }

        public override void Complete(Exception? exception = null) { }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => throw new TimeZoneNotFoundException();
    }
}
