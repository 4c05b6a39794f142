namespace Teahouse.Storage.Writing;

/// <summary>The one pool work item of a commit group: it tells all callers, in arrival order, on its own thread.</summary>
internal sealed class Delivery(WriteRequest[] requests) : IThreadPoolWorkItem
{
    public void Execute()
    {
        foreach (var request in requests) request.Deliver();
    }
}
