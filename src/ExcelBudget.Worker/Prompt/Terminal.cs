using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Reports;
using Spectre.Console;

namespace ExcelBudget.Worker.Prompt;

/// <summary>
/// Writes reports for people: coloured on a terminal, plain lines when redirected. Progress and complaints go to standard error.
/// </summary>
internal sealed class Terminal
{
    private readonly TextWriter _reports;
    private readonly TextWriter _error;
    private readonly IAnsiConsole? _colours;
    private readonly IAnsiConsole? _progress;

    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="outputIsTaken">True when standard output carries JSON: reports then go to standard error.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsTaken = false)
    {
        _reports = outputIsTaken ? error : output;
        _error = error;
        var onTerminal = ReferenceEquals(_reports, Console.Out) ? !Console.IsOutputRedirected : IsErrorTerminal(_reports);
        if (onTerminal) _colours = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_reports) });
        if (IsErrorTerminal(error)) _progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
    }

    /// <summary>Says what could not be done.</summary>
    public void Complain(string problem) => _error.WriteLine(problem);

    public void Say(string line) => _reports.WriteLine(line);

    /// <summary>Writes the report of one file.</summary>
    public void Show(CheckReport report, Lazy<Pack?> pack)
    {
        foreach (var line in ReportLines.Of(report, ReportLines.NeedsNames(report) ? pack.Value : null)) Show(line);
    }

    /// <summary>
    /// Works through a list on all cores, with a bar on a terminal when the list is long; redirected output shows progress by its reports.
    /// </summary>
    /// <param name="title">What is being done.</param>
    /// <param name="items">The list.</param>
    /// <param name="work">The work on one item; called from several threads at once.</param>
    /// <param name="show">
    /// Takes and shows its result, in the order of the list: at once when redirected, after the bar on a terminal.
    /// </param>
    public void Through<TItem, TResult>(
        string title, IReadOnlyList<TItem> items, Func<TItem, TResult> work, Action<TItem, TResult> show)
    {
        var at = 0;
        var results = OrderedWork.Through(items, work, Workers.Count);
        if (_progress is null || items.Count < 2)
        {
            foreach (var result in results) show(items[at++], result);
            return;
        }

        TResult[] all = [];
        _progress.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask(Markup.Escape(title), maxValue: items.Count);
            all = [.. results.Select(result =>
            {
                bar.Increment(1);
                return result;
            })];
        });
        foreach (var result in all) show(items[at++], result);
    }

    /// <summary>
    /// Follows long work of a known length: a bar that counts on a terminal with the time left, a line for each item otherwise.
    /// </summary>
    /// <param name="title">What is being done.</param>
    /// <param name="count">How many items there are.</param>
    /// <param name="work">The work; calls its argument with a line for each item that is done, from whatever thread.</param>
    public T Counting<T>(string title, int count, Func<Action<string>, T> work)
    {
        var gate = new Lock();
        if (_progress is null)
        {
            return work(line =>
            {
                lock (gate) Say(line);
            });
        }

        return _progress.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: count);
                return work(_ => bar.Increment(1));
            });
    }

    private static bool IsErrorTerminal(TextWriter writer) => ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected;

    private static string Colour(LineKind kind) => kind switch
    {
        LineKind.File => "bold",
        LineKind.Error => "red",
        LineKind.Warning => "yellow",
        LineKind.Info => "blue",
        _ => "grey",
    };

    private void Show(ReportLine line)
    {
        if (_colours is null) _reports.WriteLine(line.Text);
        else _colours.MarkupLine($"[{Colour(line.Kind)}]{Markup.Escape(line.Text)}[/]");
    }
}
