namespace Teahouse.Web.Shell;

/// <summary>
/// Joins many changes into few drawings: the first is drawn at once, those that follow within one frame are drawn together at
/// its end. Used only on the page's thread.
/// </summary>
public sealed class Redraw : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(33);

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
        if (isDisposed) return;
        if (isResting)
        {
            isWanted = true;
            return;
        }
        Rest();
        draw();
    }

    public void Dispose()
    {
        isDisposed = true;
        timer.Dispose();
    }

    private void EndFrame()
    {
        if (isDisposed) return;
        isResting = false;
        if (!isWanted) return;
        isWanted = false;
        Rest();
        draw();
    }

    private void Rest()
    {
        isResting = true;
        timer.Change(Frame, Timeout.InfiniteTimeSpan);
    }
}
