using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Teahouse.EndToEnd.Tasks;

/// <summary>Somebody who has never seen the page, and finds everything by what is on the screen. Takes a picture of each step.</summary>
/// <param name="pictures">The folder for the pictures.</param>
internal sealed class Stranger(IPage page, Words words, string pictures)
{
    private readonly Stopwatch _watch = new();
    private string _task = "";
    private int _steps;

    public IPage Page => page;

    public Words Words => words;

    public string Pictures => pictures;

    public void Begin(string task)
    {
        _task = task;
        _steps = 0;
        _watch.Restart();
    }

    /// <summary>Ends the task; taking pictures does not count.</summary>
    public TimedTask End() => new(_task, words.Language, _watch.Elapsed, _steps);

    public async Task StepAsync(string name)
    {
        _watch.Stop();
        _steps++;
        await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, string.Create(CultureInfo.InvariantCulture, $"{_task}-{_steps}-{name}-{words.Language[..2]}.png")) });
        _watch.Start();
    }

    public Task PressAsync(string button) => Button(button).ClickAsync();

    /// <summary>A button by the whole of its name, or by how it begins.</summary>
    public ILocator Button(string name, bool isExact = true) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = isExact });

    public Task WriteAsync(string field, string text) => page.GetByLabel(field).FillAsync(text);

    public async Task SayAsync(string text)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = words.MessageBox }).FillAsync(text);
        await PressAsync(words.Send);
    }

    /// <summary>The messages with this in them.</summary>
    public ILocator Messages(string text) => page.GetByRole(AriaRole.Article).Filter(new() { HasText = text });

    public Task SeeAsync(string text) => Messages(text).First.WaitForAsync();

    /// <summary>Sees that the server has it: nothing beside it says that it is under way.</summary>
    public async Task SeeStoredAsync(string text)
    {
        await SeeAsync(text);
        foreach (var word in new[] { words.Waiting, words.Sending }) await Assertions.Expect(Messages(text).Filter(new() { HasText = word })).ToHaveCountAsync(0);
    }

    /// <summary>A row of the list of rooms.</summary>
    public ILocator Row(string room) => page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button).Filter(new() { HasText = room });

    public ILocator Heading(string text) => page.GetByRole(AriaRole.Heading, new() { Name = text });
}
