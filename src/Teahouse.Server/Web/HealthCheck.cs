using Teahouse.Server.Hosting;

namespace Teahouse.Server.Web;

/// <summary><c>/healthz</c>: 200 "ok" while the store answers, else 503.</summary>
internal sealed class HealthCheck(DataStore store, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task ServeAsync(HttpContext context)
    {
        var well = await IsWellAsync(context.RequestAborted);
        context.Response.StatusCode = well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(well ? "ok" : "the store does not answer", context.RequestAborted);
    }

    private async Task<bool> IsWellAsync(CancellationToken cancel)
    {
        if (store.Log.Broken.IsCompleted) return false;
        try
        {
            await store.Secrets.GetAsync("health", cancel).AsTask().WaitAsync(Patience, time, cancel);
            return true;
        }
        catch (Exception error) when (error is TimeoutException or Core.Log.StoreClosedException)
        {
            return false;
        }
    }
}
