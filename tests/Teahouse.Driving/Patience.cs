using System.Diagnostics.CodeAnalysis;

namespace Teahouse.EndToEnd;

/// <summary>How long tests wait for another process, and how they look for what it cannot announce.</summary>
internal static class Patience
{
    /// <summary>More than anything takes on a busy machine; a test that waits as long has failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    /// <summary>A token that ends with the test, or after the limit.</summary>
    public static CancellationTokenSource Start(TimeSpan? limit = null)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(limit ?? Limit);
        return source;
    }

    /// <summary>Looks again and again until there is something to see. Only for what gives no event: a screen, a file, another process's memory.</summary>
    /// <param name="look">Null: not yet.</param>
    /// <param name="describe">What was there instead, for the failure.</param>
    [SuppressMessage("Reliability", "CA2016", Justification = "The look itself has no use for the token.")]
    public static async Task<T> SeeAsync<T>(Func<Task<T?>> look, Func<string> describe, TimeSpan? limit = null)
        where T : class
    {
        using var patience = Start(limit);
        using var ticks = new PeriodicTimer(Look);
        try
        {
            while (true)
            {
                if (await look() is { } seen) return seen;
                await ticks.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(describe());
        }
    }

    /// <inheritdoc cref="SeeAsync{T}"/>
    public static Task<string> SeeAsync(Func<bool> look, Func<string> describe, TimeSpan? limit = null) =>
        SeeAsync(() => Task.FromResult(look() ? "" : null), describe, limit);
}
