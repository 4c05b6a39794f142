using Microsoft.Extensions.Time.Testing;
using Teahouse.Web.Shell;

namespace Teahouse.Web.Tests.Shell;

public sealed class RedrawTests
{
    private readonly FakeTimeProvider _time = new();
    private int _drawn;

    [Fact]
    public void The_first_change_is_drawn_at_once_and_a_flood_once_a_frame()
    {
        using var redraw = new Redraw(() => _drawn++, _time);
        redraw.Request();
        Assert.Equal(1, _drawn);
        for (var i = 0; i < 1000; i++) redraw.Request();
        Assert.Equal(1, _drawn);
        _time.Advance(TimeSpan.FromMilliseconds(40));
        Assert.Equal(2, _drawn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _drawn);
        redraw.Request();
        Assert.Equal(3, _drawn);
    }

    [Fact]
    public void Nothing_is_drawn_after_the_end()
    {
        var redraw = new Redraw(() => _drawn++, _time);
        redraw.Request();
        redraw.Request();
        redraw.Dispose();
        _time.Advance(TimeSpan.FromSeconds(1));
        redraw.Request();
        Assert.Equal(1, _drawn);
    }
}
