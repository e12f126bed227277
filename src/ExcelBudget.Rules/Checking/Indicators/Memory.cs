using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>
/// What was worked out about a project or an indicator before, kept with it so that no check works it out again. It is no part of what
/// they are: two are always equal. Thread-safe; what two threads find at once is found twice.
/// </summary>
internal sealed class Memory : IEquatable<Memory>
{
    private Node? _first;
    private LineAnswers? _answers;
    private OpenLines? _open;

    /// <summary>The indicators of a project whose content is published, which every check of single indicators asks for.</summary>
    public ReviewedIndicator[] OpenOf(ReviewedProject project, IndicatorMeaning meaning)
    {
        if (Volatile.Read(ref _open) is { } known && ReferenceEquals(known.Owner, project) && ReferenceEquals(known.Meaning, meaning))
            return known.Lines;
        var open = new OpenLines(project, meaning, [.. project.Indicators.Where(line => !meaning.IsClassified(line))]);
        Volatile.Write(ref _open, open);
        return open.Lines;
    }

    /// <summary>The answers known of an indicator by some standards, which are asked more than anything else.</summary>
    public LineAnswers AnswersOf(ReviewedIndicator line, IndicatorStandards standards)
    {
        if (Volatile.Read(ref _answers) is { } known && known.AreOf(line, standards)) return known;
        var answers = new LineAnswers(line, standards);
        Volatile.Write(ref _answers, answers);
        return answers;
    }

    /// <summary>What is known of something, found when it is asked for the first time.</summary>
    /// <param name="owner">What is asked about; a copy of it has to be asked anew.</param>
    /// <param name="scope">What else the answer depends on.</param>
    /// <param name="find">Finds the answer.</param>
    public TAnswer Of<TOwner, TScope, TAnswer>(TOwner owner, TScope scope, Func<TOwner, TScope, TAnswer> find)
        where TOwner : class
        where TScope : class
        where TAnswer : class
    {
        for (var node = Volatile.Read(ref _first); node is not null; node = node.Next)
        {
            if (ReferenceEquals(node.Owner, owner) && ReferenceEquals(node.Scope, scope) && node.Answer is TAnswer known) return known;
        }

        var answer = find(owner, scope);
        Volatile.Write(ref _first, new Node(owner, scope, answer, _first));
        return answer;
    }

    /// <inheritdoc />
    public bool Equals(Memory? other) => other is not null;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Memory;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    private sealed record OpenLines(object Owner, IndicatorMeaning Meaning, ReviewedIndicator[] Lines);

    private sealed class Node(object owner, object scope, object answer, Node? next)
    {
        public object Owner { get; } = owner;

        public object Scope { get; } = scope;

        public object Answer { get; } = answer;

        public Node? Next { get; } = next;
    }
}
