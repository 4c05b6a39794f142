namespace Teahouse.Web.Shell;

/// <summary>
/// Joins many changes into few drawings: the first is drawn at once, those that follow within one frame are drawn together at
/// its end. Any thread: in a browser there is one, elsewhere the frame ends on another than the changes come on.
/// </summary>
public sealed class Redraw : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(33);

    private readonly Lock gate = new();
    private readonly Action draw;
    private readonly ITimer timer;
    private bool isResting;
    private bool isWanted;
    private bool isDisposed;

    public Redraw(Action draw, TimeProvider time)
    {
        this.draw = draw;
        timer = time.CreateTimer(_ => EndFrame(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Request()
    {
        lock (gate)
        {
            if (isDisposed) return;
            if (isResting)
            {
                isWanted = true;
                return;
            }
            Rest();
        }
        draw();
    }

    public void Dispose()
    {
        lock (gate) isDisposed = true;
        timer.Dispose();
    }

    private void EndFrame()
    {
        lock (gate)
        {
            if (isDisposed) return;
            isResting = false;
            if (!isWanted) return;
            isWanted = false;
            Rest();
        }
        draw();
    }

    private void Rest()
    {
        isResting = true;
        timer.Change(Frame, Timeout.InfiniteTimeSpan);
    }
}
