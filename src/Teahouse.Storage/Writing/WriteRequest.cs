namespace Teahouse.Storage.Writing;

/// <summary>
/// Something that the writer does in a commit group. Execute, then either Commit or Fail run on the writer's thread;
/// Deliver, always last, on the thread pool.
/// </summary>
internal abstract class WriteRequest
{
    /// <summary>Roughly what it takes in memory and in the group's row.</summary>
    public virtual int Bytes => 256;

    /// <summary>It needs a transaction.</summary>
    public virtual bool Writes => true;

    /// <summary>True once its answer is decided.</summary>
    public bool Concluded { get; protected set; }

    /// <summary>Does it inside the group's transaction. A fault of its own is kept for its caller and harms nobody else.</summary>
    public abstract void Execute(WriteContext context);

    /// <summary>The group is committed and synced.</summary>
    public abstract void Commit(WriteContext context);

    /// <summary>The group was not committed, and nothing of it ever will be.</summary>
    public abstract void Fail(WriteContext context, string reason);

    /// <summary>It was not taken at all. Runs on the caller's thread.</summary>
    public abstract void Refuse(string reason);

    /// <summary>The store broke: nobody can say.</summary>
    public abstract void Lose(string sentence);

    /// <summary>Tells the caller.</summary>
    public abstract void Deliver();
}
