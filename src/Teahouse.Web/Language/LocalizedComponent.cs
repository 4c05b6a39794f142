using Microsoft.AspNetCore.Components;

namespace Teahouse.Web;

/// <summary>A component that speaks: it is drawn again when the reader switches the language.</summary>
public abstract class LocalizedComponent : ComponentBase
{
    [CascadingParameter] public Language Language { get; set; }

    protected string T(Text text) => text.In(Language);

    protected string T(Text text, params ReadOnlySpan<object?> values) => text.In(Language, values);

    /// <summary>Runs what an event outside of the page asked for; a fault in it is shown as the page's own.</summary>
    protected void Run(Func<Task> work) => _ = RunAsync(work);

    /// <inheritdoc cref="Run(Func{Task})"/>
    protected void Run(Action work) => Run(() =>
    {
        work();
        return Task.CompletedTask;
    });

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await InvokeAsync(work);
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
