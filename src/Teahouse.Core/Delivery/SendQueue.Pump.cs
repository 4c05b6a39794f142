using System.Buffers;
using System.IO.Pipelines;

namespace Teahouse.Core.Delivery;

/// <summary>What waits, how it is counted, and how it goes to the pipe.</summary>
internal sealed partial class SendQueue
{
    private bool HasRoom => limit == 0 || _bytes <= limit / 2;

    private Task Room() => (_room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Add(byte[] line, bool kept)
    {
        _waiting.Enqueue(new Line(line, kept));
        Count(line.Length);
    }

    private void Count(long bytes)
    {
        _bytes += bytes;
        budget.Add(bytes);
    }

    private void GiveRoom()
    {
        _room?.TrySetResult();
        _room = null;
    }

    /// <summary>Never throws: a broken pipe only closes the queue; the session's reader sees the end by itself.</summary>
    private async Task PumpAsync()
    {
        try
        {
            while (Take())
            {
                var written = 0;
                FlushResult result;
                if (_draining.Count == 1)
                {
                    // As it is: a transport that can sends it uncopied.
                    written = _draining[0].Length;
                    result = await output.WriteAsync(_draining[0]);
                }
                else
                {
                    foreach (var line in _draining)
                    {
                        output.Write(line);
                        written += line.Length;
                    }
                    result = await output.FlushAsync();
                }
                _draining.Clear();
                if (result.IsCompleted || result.IsCanceled)
                {
                    Break();
                    return;
                }
                Sent(written);
            }
        }
        catch (Exception)
        {
            // Whatever a transport throws, it takes nothing any more.
            Break();
        }
    }

    /// <summary>Takes no more than goes to the pipe at once: the rest can still be dropped.</summary>
    private bool Take()
    {
        lock (_gate)
        {
            for (var taken = 0; taken < FlushAt && _waiting.TryDequeue(out var line); taken += line.Bytes.Length) _draining.Add(line.Bytes);
            if (_waiting.Count == 0 && _waiting.Capacity > MostKept) _waiting = new();
            if (_draining.Capacity > MostKept && _draining.Count == 0) _draining.Capacity = 0;
            if (_draining.Count > 0) return true;
            _pumping = false;
            _drained?.TrySetResult();
            return false;
        }
    }

    private void Sent(long count)
    {
        lock (_gate)
        {
            if (_broken) return;
            Count(-count);
            if (HasRoom) GiveRoom();
        }
    }

    /// <param name="Kept">An answer, or the peer's own affair: it is not dropped.</param>
    private readonly record struct Line(byte[] Bytes, bool Kept);
}
