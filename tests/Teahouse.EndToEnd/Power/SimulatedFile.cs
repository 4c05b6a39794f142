namespace Teahouse.EndToEnd.Power;

/// <summary>A file's content on the disk, and what waits to get there.</summary>
internal sealed class SimulatedFile(byte[] content)
{
    private readonly List<DiskStep> _waiting = [];
    private byte[] _disk = content;
    private long _length = content.Length;

    public void Add(DiskStep step) => _waiting.Add(step);

    /// <param name="before">The index of the first step that the sync did not wait for.</param>
    public void Sync(long before)
    {
        foreach (var step in _waiting.Where(step => step.Index < before)) Write(step, [Range.All]);
        _waiting.RemoveAll(step => step.Index < before);
    }

    /// <summary>Its content when the power is back.</summary>
    public byte[] Lose(Survival survival)
    {
        foreach (var step in _waiting) Write(step, survival.Pieces(step));
        _waiting.Clear();
        return _disk[..(int)_length];
    }

    private void Write(DiskStep step, IEnumerable<Range> pieces)
    {
        foreach (var piece in pieces)
        {
            if (step.Act == DiskAct.Cut)
            {
                if (step.Offset < _length) _disk.AsSpan((int)step.Offset, (int)(_length - step.Offset)).Clear();
                else Reserve(step.Offset);
                _length = step.Offset;
                continue;
            }
            var bytes = step.Bytes.Span[piece];
            var start = step.Offset + piece.Start.GetOffset(step.Bytes.Length);
            Reserve(start + bytes.Length);
            bytes.CopyTo(_disk.AsSpan((int)start));
            _length = Math.Max(_length, start + bytes.Length);
        }
    }

    // What lies between is zeros, as a file system gives them.
    private void Reserve(long length)
    {
        if (length > _disk.Length) Array.Resize(ref _disk, (int)Math.Max(length, 2L * _disk.Length));
    }
}
