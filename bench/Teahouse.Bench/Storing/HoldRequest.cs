using Teahouse.Storage.Writing;

namespace Teahouse.Bench.Storing;

/// <summary>Keeps the writer waiting while a group gathers, so that a group has the size that is measured.</summary>
internal sealed class HoldRequest : WriteRequest, IDisposable
{
    private readonly AutoResetEvent _released = new(false);

    public override bool Writes => false;

    public void Release() => _released.Set();

    public override void Execute(WriteContext context) => _released.WaitOne();

    public override void Commit(WriteContext context) => Concluded = true;

    public override void Fail(WriteContext context, string reason) => Concluded = true;

    public override void Refuse(string reason) => Concluded = true;

    public override void Lose(string sentence) => Concluded = true;

    public override void Deliver()
    {
    }

    public void Dispose() => _released.Dispose();
}
