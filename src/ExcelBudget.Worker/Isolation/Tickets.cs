namespace ExcelBudget.Worker.Isolation;

/// <summary>One question to the process that opens files, until it is answered.</summary>
/// <param name="number">What the answer comes with.</param>
internal sealed class Ticket(int number)
{
    private readonly TaskCompletionSource<byte[]?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the answer comes with.</summary>
    public int Number { get; } = number;

    /// <summary>The answer; null when the process ended before it gave one.</summary>
    public Task<byte[]?> Answer => _answer.Task;

    /// <summary>True when another question was open beside it at any time.</summary>
    public bool WasAccompanied { get; set; }

    /// <summary>Waits for the answer, asleep from the first moment: files take milliseconds, and a core is wanted elsewhere.</summary>
    /// <returns>False when the time is over before.</returns>
    public bool Wait(TimeSpan longest)
    {
        lock (_answer)
        {
            return _answer.Task.IsCompleted || (Monitor.Wait(_answer, longest) && _answer.Task.IsCompleted);
        }
    }

    /// <summary>Gives the answer.</summary>
    public void Give(byte[]? answer)
    {
        lock (_answer)
        {
            _answer.TrySetResult(answer);
            Monitor.PulseAll(_answer);
        }
    }
}

/// <summary>The open questions to one process. Thread-safe.</summary>
internal sealed class Tickets
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Ticket> _open = [];
    private int _last;
    private int _taken;
    private bool _isClosed;
    private bool _isGone;

    public Tickets() => _open[0] = Hello;

    /// <summary>The one that is answered without a question, when the process is ready.</summary>
    public Ticket Hello { get; } = new(0);

    /// <summary>A ticket for a question; null when there shall be no more.</summary>
    public Ticket? Take()
    {
        lock (_gate)
        {
            if (_isClosed) return null;
            var ticket = new Ticket(++_last) { WasAccompanied = _taken > 0 };
            if (++_taken > 1)
            {
                foreach (var other in _open.Values) other.WasAccompanied = true;
            }

            _open[ticket.Number] = ticket;
            if (_isGone) ticket.Give(null);
            return ticket;
        }
    }

    /// <summary>Takes a ticket back.</summary>
    /// <returns>True when it was the last one and there shall be no more.</returns>
    public bool Return(Ticket ticket)
    {
        lock (_gate)
        {
            _open.Remove(ticket.Number);
            return --_taken == 0 && _isClosed;
        }
    }

    /// <summary>Gives out no more.</summary>
    /// <returns>True when none is out.</returns>
    public bool Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            return _taken == 0;
        }
    }

    /// <summary>Gives an answer to who waits for it.</summary>
    public void Answer(int number, byte[] answer)
    {
        lock (_gate)
        {
            if (_open.Remove(number, out var ticket)) ticket.Give(answer);
        }
    }

    /// <summary>Nobody is answered any more.</summary>
    public void Gone()
    {
        lock (_gate)
        {
            _isGone = true;
            foreach (var ticket in _open.Values) ticket.Give(null);
        }
    }
}
