using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Conversations;

/// <summary>A stage whose store fails, hangs or does not know as a test says.</summary>
public abstract class StoreFaultScene : IAsyncDisposable
{
    private protected const string Caps = "echo-message labeled-response batch message-tags teahouse.chat/seq";

    protected StoreFaultScene() => Log = new FaultyMessageLog(Inner);

    private protected MemoryMessageLog Inner { get; } = new();

    private protected FaultyMessageLog Log { get; }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<Stage> OpenAsync(string text)
    {
        var limits = Stage.Options.Limits with { PingSeconds = 0, RegistrationSeconds = 0 };
        var stage = await Stage.OpenAsync(Stage.Options with { Limits = limits }, Log);
        await Transcript.RunAsync(stage, text);
        return stage;
    }

    private protected static async Task EndAsync(Stage stage)
    {
        Assert.Empty(stage.Faults);
        await stage.DisposeAsync();
    }

    /// <summary>Seconds pass, and the server looks at who waits for the store.</summary>
    private protected static void Pass(Stage stage, int seconds)
    {
        stage.Time.Advance(TimeSpan.FromSeconds(seconds));
        stage.Server.Look();
    }

    /// <summary>Somebody waits for the store, from a moment that nobody can see: time goes on until it has been answered.</summary>
    private protected static async Task UntilAsync(Stage stage, Task answered)
    {
        while (!answered.IsCompleted)
        {
            Pass(stage, 6);
            await Task.Yield();
        }
        await answered;
    }
}
