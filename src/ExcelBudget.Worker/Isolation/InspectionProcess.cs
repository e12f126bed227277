using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Isolation.Wire;
using ExcelBudget.Worker.Settings;
using Microsoft.Win32.SafeHandles;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// One running process that opens files: asked several things at once, watched while it answers, ended when it takes too much.
/// Thread-safe.
/// </summary>
internal sealed class InspectionProcess : IDisposable
{
    private const string Remedy = "请用下发的工作簿重新填写后报送；仍然如此的，请把文件和日志交给管理员。";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly InspectionLimits _limits;
    private readonly Process _process;
    private readonly Task _errors;
    private readonly Tickets _tickets = new();
    private readonly CalmQueue<(Ticket Ticket, WireWriter Question)?> _unsent = new();
    private readonly ConcurrentQueue<int> _done = new();
    private readonly SafeFileHandle? _memory;

    private InspectionProcess(InspectionLimits limits, Process process)
    {
        (_limits, _process) = (limits, process);
        // what a crash prints must not fill the pipe and block it
        _errors = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        new Thread(Listen) { IsBackground = true, Name = "answers" }.Start();
        new Thread(SendAll) { IsBackground = true, Name = "questions" }.Start();
        _memory = MemoryOf(process);
    }

    /// <summary>What the engine in it calls itself; null before it was asked.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>True when it holds so much memory from earlier files that the next one deserves a fresh process.</summary>
    public bool IsWorn => HasEnded || Memory() > _limits.Bytes / 2;

    /// <summary>Starts one and waits until it is ready.</summary>
    /// <param name="settings">Settings of this program; it is given what it needs of them.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="InspectionEndedException">It could not start.</exception>
    public static InspectionProcess Start(WorkerSettings settings, CancellationToken stop)
    {
        var limits = settings.Inspection;
        var start = ThisProgram.Start(ThisProgram.InspectVerb);
        // the runtime's own limit is the backstop of the one that is watched; one thread less that collects garbage
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Bytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var process = new InspectionProcess(limits, Process.Start(start) ?? throw new InspectionEndedException(null, "not started"));
        try
        {
            process._unsent.Add((process._tickets.Hello, SettingsWire.Write(new WireWriter(), settings)));
            process.Wait(process._tickets.Hello, limits.Time * 4, stop);
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Takes a ticket for a question; null when it is to be asked nothing more.</summary>
    public Ticket? Take() => _tickets.Take();

    /// <summary>Asks.</summary>
    /// <returns>The answer, after the word that says it is one.</returns>
    /// <exception cref="InspectionEndedException">It ended, or had to be ended, before it answered.</exception>
    public byte[] Ask(Ticket ticket, WireWriter question, CancellationToken stop)
    {
        try
        {
            // who asks watches: a process that reads no more must not hold it
            _unsent.Add((ticket, question));
            return Wait(ticket, _limits.Time, stop);
        }
        finally
        {
            if (_tickets.Return(ticket)) Dispose();
        }
    }

    /// <summary>A workbook of which nothing more will be asked: told with the next question, so that it is not kept in vain.</summary>
    public void Forget(int workbook) => _done.Enqueue(workbook);

    /// <summary>Asked nothing more, and gone as soon as what it is asked now is answered.</summary>
    public void Retire()
    {
        if (_tickets.Close()) Dispose();
    }

    public void Dispose()
    {
        _tickets.Close();
        _unsent.Add(null);
        Kill();
        _memory?.Dispose();
        _process.Dispose();
    }

    private void SendAll()
    {
        try
        {
            var questions = _process.StandardInput.BaseStream;
            while (_unsent.Take() is var (ticket, question))
            {
                while (_done.TryDequeue(out var number)) Frames.Write(questions, Frames.NoTicket, new WireWriter().Number(number));
                Frames.Write(questions, ticket.Number, question);
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // whoever waits for an answer is told by the listener
        }
    }

    private void Listen()
    {
        try
        {
            var answers = _process.StandardOutput.BaseStream;
            while (Frames.Read(answers) is { } frame) _tickets.Answer(frame.Number, frame.Message);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // the pipe broke: the same as its end
        }

        _tickets.Gone();
    }

    private byte[] Wait(Ticket ticket, TimeSpan longest, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        TimeSpan? before = null;
        while (!ticket.Wait(Look))
        {
            // most files are answered before the first look, and need not be counted
            var cpu = before ??= Cpu();
            if (stop.IsCancellationRequested) Kill();
            stop.ThrowIfCancellationRequested();
            var elapsed = Stopwatch.GetElapsedTime(since);
            // on a machine that is busy with other things a file gets its time of work, and twice the time on the clock
            if (elapsed > longest && (Cpu() - cpu > longest / 2 || elapsed > longest * 2))
                GiveUp(ticket, $"检查它用了 {Seconds(elapsed)} 秒，上限 {Seconds(longest)} 秒");
            if (Memory() is var memory && memory > _limits.Bytes)
                GiveUp(ticket, $"检查它用了 {memory >> 20} MB 内存，上限 {_limits.Bytes >> 20} MB");
        }

        return ticket.Answer.Result ?? throw Gone(ticket);
    }

    private void GiveUp(Ticket ticket, string detail)
    {
        Kill();
        throw new InspectionEndedException(
            UnreadableReason.TooLarge.As("检查这份文件超出了允许的时间或内存，已停止", Remedy).With(detail), detail, ticket.WasAccompanied);
    }

    private InspectionEndedException Gone(Ticket ticket)
    {
        if (ExitCode() is not { } code) return new InspectionEndedException(null, "ended", ticket.WasAccompanied);
        // 137 and 143: killed from outside, by a person, the service manager or the system short of memory
        return new InspectionEndedException(
            code is 137 or 143 or 0 ? null : UnreadableReason.InternalError.As("检查这份文件时，打开它的进程意外终止，原文件已保留", Remedy),
            $"exit code {code}", ticket.WasAccompanied);
    }

    private bool HasEnded
    {
        get
        {
            try
            {
                return _process.HasExited;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    /// <summary>How it ended; null when whoever asked beside has put it away already.</summary>
    private int? ExitCode()
    {
        try
        {
            _process.WaitForExit();
            return _process.ExitCode;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private long Memory()
    {
        try
        {
            if (_memory is not null) return Resident(_memory);
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>
    /// What it holds of its own, without the pages of program files, which it shares. Asked before each file and twenty times a second, so
    /// that it is read from one open file; the runtime's own way reads a file for each thread of the process.
    /// </summary>
    private static long Resident(SafeFileHandle memory)
    {
        Span<byte> text = stackalloc byte[128];
        ReadOnlySpan<byte> pages = text[..RandomAccess.Read(memory, text, 0)];
        _ = Next(ref pages);
        return (Next(ref pages) - Next(ref pages)) * Environment.SystemPageSize;
    }

    /// <summary>The file that tells the pages of a process; null where there is none.</summary>
    private static SafeFileHandle? MemoryOf(Process process)
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/statm");
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Next(ref ReadOnlySpan<byte> text)
    {
        _ = Utf8Parser.TryParse(text, out long number, out var length);
        text = text[Math.Min(text.Length, length + 1)..];
        return number;
    }

    private TimeSpan Cpu()
    {
        try
        {
            return _process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
}
