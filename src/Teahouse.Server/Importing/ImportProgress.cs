using System.Globalization;

namespace Teahouse.Server.Importing;

/// <summary>A bar that is drawn anew in its line; where nobody looks at a screen, a line for each tenth. Used by one thread at a time.</summary>
internal sealed class ImportProgress(TextWriter output, bool isScreen, bool chinese)
{
    private const int Width = 30;

    private Sentence _what = new("", "");
    private long _total;
    private long _done;
    private int _shown = -1;

    public void Begin(Sentence what, long total)
    {
        End();
        (_what, _total, _done) = (what, total, 0);
        Show();
    }

    public void Advance(long by)
    {
        _done += by;
        Show();
    }

    /// <summary>Leaves the line.</summary>
    public void End()
    {
        if (_shown >= 0 && isScreen) output.WriteLine();
        _shown = -1;
    }

    private void Show()
    {
        var percent = _total <= 0 ? 100 : (int)Math.Min(100, _done * 100 / _total);
        if (isScreen ? percent == _shown : percent / 10 == _shown / 10 && _shown >= 0) return;
        _shown = percent;
        var text = string.Create(CultureInfo.InvariantCulture, $"{percent,3} % {_what.In(chinese)}");
        if (isScreen) output.Write($"\r[{new string('#', percent * Width / 100)}{new string('.', Width - percent * Width / 100)}] {text}");
        else output.WriteLine(text);
    }
}
