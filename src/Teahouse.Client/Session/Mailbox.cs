using System.Threading.Channels;

namespace Teahouse.Client;

/// <summary>What the client's loop has to do, in order. Bounded: whoever posts waits for room.</summary>
internal sealed class Mailbox
{
    // Few: whoever posts does its part of the work before it waits, and on a shared thread that part is to be short.
    private const int Most = 32;

    private readonly Channel<Action> _work = Channel.CreateBounded<Action>(new BoundedChannelOptions(Most) { SingleReader = true });

    public ChannelReader<Action> Reader => _work.Reader;

    /// <summary>False once the loop takes no more.</summary>
    public async ValueTask<bool> PostAsync(Action work)
    {
        while (await _work.Writer.WaitToWriteAsync())
        {
            if (_work.Writer.TryWrite(work)) return true;
        }
        return false;
    }

    /// <summary>For what the loop notices by itself when it is busy anyway: dropped when full.</summary>
    public void Nudge() => _work.Writer.TryWrite(static () => { });

    public void Close() => _work.Writer.TryComplete();
}
