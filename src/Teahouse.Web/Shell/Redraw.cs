namespace Teahouse.Web.Shell;

/// <summary>
/// Joins many changes into few drawings: the first is drawn at once, those that follow within one frame are drawn together at
/// its end. Any thread: in a browser there is one, elsewhere the frame ends on another than the changes come on.
/// </summary>
public sealed class Redraw : IDisposable
{
    /// <summary>For lists beside what is read.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(33);

    private readonly Lock gate = new();
    private readonly Action draw;
    private readonly TimeProvider time;
    private readonly TimeSpan rest;
    private readonly ITimer timer;
    private bool isResting;
    private bool isWanted;
    private bool isDisposed;

    /// <param name="rest">For what need not be up to date in every frame; null: a frame.</param>
    public Redraw(Action draw, TimeProvider time, TimeSpan? rest = null)
    {
        (this.draw, this.time, this.rest) = (draw, time, rest ?? Frame);
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
            Rest(rest);
        }
        Draw();
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
            Rest(rest);
        }
        Draw();
    }

    // What takes long to draw is drawn less often: in between others have their turn.
    private void Draw()
    {
        var began = time.GetTimestamp();
        draw();
        var took = time.GetElapsedTime(began);
        if (took < rest / 2) return;
        lock (gate)
        {
            if (!isDisposed) Rest(rest + took);
        }
    }

    private void Rest(TimeSpan time)
    {
        isResting = true;
        timer.Change(time, Timeout.InfiniteTimeSpan);
    }
}
