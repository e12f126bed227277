using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>A fault in a pack's expressions.</summary>
/// <param name="Form">The form whose formula it is; null for a rule.</param>
/// <param name="Rule">The rule; null for a formula of a form.</param>
/// <param name="Key">What it is called there: for, columns, when, check, compute.</param>
/// <param name="Expression">The expression as written.</param>
/// <param name="Column">Position in the expression, from 1.</param>
/// <param name="Problem">What is wrong, in Chinese.</param>
public sealed record ExpressionFault(FormId? Form, RuleDeclaration? Rule, string Key, string Expression, int Column, string Problem);

/// <summary>规则库。A pack with every formula and relation parsed once; shared between threads.</summary>
public sealed class RuleBook
{
    private readonly Dictionary<(FormId Form, string Text), Expression> _formulas = [];
    private readonly Dictionary<string, Condition> _conditions = new(StringComparer.Ordinal);

    private readonly Dictionary<FormId, Condition> _presence = [];
    private readonly ConditionalWeakTable<FormDefinition, FormFormulas> _formulasOf = [];

    private RuleBook(Pack pack)
    {
        Pack = pack;
        Names = new FormNames(pack.Forms, pack.CodeLists, pack.Limits, pack.Amounts.Unit);
    }

    public Pack Pack { get; }

    /// <summary>What names mean in the pack.</summary>
    public FormNames Names { get; }

    /// <summary>The relations in declared order.</summary>
    public IReadOnlyList<Relation> Relations { get; private set; } = [];

    /// <summary>试行规则。The rules on trial as a book of their own; null when none is.</summary>
    public RuleBook? Trial { get; private set; }

    /// <summary>Parses the relations and checks of a pack, once; what does not parse is a fault with line and column.</summary>
    /// <param name="pack">The pack as read.</param>
    /// <param name="faults">Expressions that cannot be understood; empty for a sound pack.</param>
    public static RuleBook Compile(Pack pack, out IReadOnlyList<ExpressionFault> faults)
    {
        var found = new List<ExpressionFault>();
        var book = new RuleBook(pack);
        foreach (var form in pack.Forms) book.CompileFormulas(form, found);
        foreach (var form in pack.Forms) book.CompilePresence(form, found);
        book.Relations = [.. pack.Relations.Select(declaration => book.CompileRelation(declaration, found)).OfType<Relation>()];
        if (pack.Ties is { } words && found.Count == 0) book.AddTies(words);
        foreach (var check in pack.TextChecks) book.CompileCondition(check, found);
        if (pack.Trial is { } trial) book.Trial = CompileTrial(trial, found);
        faults = found;
        return book;
    }

    /// <summary>Relations that follow from the forms, where the pack does not say the same in its own words.</summary>
    private void AddTies(RelationDeclaration words)
    {
        var told = Relations.Select(Same).ToHashSet(StringComparer.Ordinal);
        var faults = new List<ExpressionFault>();
        Relations = [.. Relations, .. new DerivedTies(this, words).Relations()
            .Where(tie => Pack.Relations.All(own => own.Id != tie.Id))
            .Select(tie => CompileRelation(tie, faults)).OfType<Relation>().Where(tie => told.Add(Same(tie)))];
    }

    /// <summary>The same for relations that compare the same cells, whichever stands on the left.</summary>
    private static string Same(Relation relation)
    {
        if (relation.When is not null || relation.Check.Comparison != Comparison.Equal) return relation.Declaration.Id;
        var sides = new[] { relation.Check.Left, relation.Check.Right }.Select(side => string.Join('+', Expression.CellsOf(side)
            .Select(cells => $"{cells.Form.Id}[{cells.Rows},{cells.Columns}]"))).Order(StringComparer.Ordinal);
        return string.Join('=', sides) + (relation.Rows is null ? "" : "|rows") + string.Join(',', relation.Columns);
    }

    /// <summary>Faults of the forms were told with the pack's own rules: only those of the rules on trial are news.</summary>
    private static RuleBook CompileTrial(Pack trial, List<ExpressionFault> faults)
    {
        var book = Compile(trial, out var found);
        faults.AddRange(found.Where(fault => fault.Rule is not null));
        return book;
    }

    /// <summary>The parsed formula of a computed cell.</summary>
    /// <param name="form">The form the formula stands in.</param>
    /// <param name="text">The formula as declared.</param>
    public Expression Formula(FormDefinition form, string text) => _formulas[(form.Id, text)];

    /// <summary>The formulas of a form's cells, looked up once for all budgets.</summary>
    internal FormFormulas ByRow(FormDefinition form) => _formulasOf.GetValue(form, key => new FormFormulas(this, key));

    /// <summary>The condition of a check; null for always.</summary>
    public Condition? ConditionOf(TextCheckDeclaration check) => _conditions.GetValueOrDefault(check.Id);

    /// <summary>The condition under which units print a form; null for every unit.</summary>
    public Condition? PresenceOf(FormDefinition form) => _presence.GetValueOrDefault(form.Id);

    /// <summary>The code list of a form's tree; null when it has none.</summary>
    public CodeList? Codes(FormDefinition form) => form.Tree is { } tree ? Pack.CodeLists[tree.CodeList] : null;

    private void CompileFormulas(FormDefinition form, List<ExpressionFault> faults)
    {
        foreach (var formula in FormulasOf(form).GroupBy(formula => formula.Text, formula => formula.Column, StringComparer.Ordinal))
        {
            var columns = formula.Distinct().ToArray();
            var kinds = columns.Select(column => column.Kind == CellKind.Amount ? Dimension.Money : Dimension.Plain).Distinct().ToArray();
            Dimension? wanted = kinds is [var only] ? only : null;
            try
            {
                _formulas[(form.Id, formula.Key)] =
                    Parser.Figure(formula.Key, Names, form, [.. columns.Select(column => column.Id)], wanted);
            }
            catch (LanguageException problem)
            {
                faults.Add(new ExpressionFault(form.Id, null, "公式", formula.Key, problem.Column, problem.Problem));
            }
        }
    }

    /// <summary>The formulas of a form with the columns they are computed in.</summary>
    private static IEnumerable<(string Text, FormColumn Column)> FormulasOf(FormDefinition form)
    {
        var open = form.Columns.Where(column => column.IsFigure && column.Compute is null).ToArray();
        var shared = form.Rows.OfType<RowGroup.Fixed>().Select(row => row.ComputedElsewhere).Append(form.Tree?.UpperCompute)
            .OfType<string>().Where(text => text.Length > 0);
        return form.Columns.Where(column => column.Compute is not null).Select(column => (column.Compute!, column))
            .Concat(form.Rows.OfType<RowGroup.Fixed>()
                .SelectMany(row => row.Computed.Select(cell => (cell.Value, form.Column(cell.Key)!))))
            .Concat(shared.SelectMany(text => open.Select(column => (text, column))));
    }

    private Relation? CompileRelation(RelationDeclaration declaration, List<ExpressionFault> faults)
    {
        var (key, text) = ("for", declaration.For ?? "");
        try
        {
            (FormDefinition Form, IReadOnlyList<RowSelector> Rows)? rows = declaration.For is { } spoken ? Parser.Rows(spoken, Names)
                : null;
            (key, text) = ("check", declaration.Check);
            var check = Parser.Relation(text, Names, rows?.Form);
            var form = rows?.Form ?? FirstForm(check.Left) ?? FirstForm(check.Right)
                ?? throw new LanguageException("关系中没有任何表，至少要写一个单元格，如 T1[32,2]", 1);
            (key, text) = ("columns", declaration.Columns ?? "");
            var columns = declaration.Columns is { } listed ? Parser.Columns(listed, form, Names) : [];
            if (rows is { } walked && walked.Rows.Any(row => row is RowSelector.Level { Depth: > 0 } or RowSelector.Leaves)
                && new[] { check.Left, check.Right }.SelectMany(Expression.CellsOf).FirstOrDefault(cells =>
                    cells.Rows is RowSelector.This && Names.MeetOnlyInUnits(form, cells.Form)) is { } apart)
                throw new LanguageException($"表 {form.Id} 和 {apart.Form.Id} 的单位之下是两种科目，只有单位行对得上，for 请写 {form.Id}[单位]", 1);
            var dimensions = new DimensionBinder(Names.Money, columns);
            (key, text) = ("check", declaration.Check);
            check = dimensions.Bind(check);
            (key, text) = ("when", declaration.When ?? "");
            var when = declaration.When is { } condition ? dimensions.Bind(Parser.Condition(condition, Names, form)) : null;
            return new Relation(declaration, form, rows?.Rows, columns, when, check);
        }
        catch (LanguageException problem)
        {
            faults.Add(new ExpressionFault(null, declaration, key, text, problem.Column, problem.Problem));
            return null;
        }
    }

    private void CompileCondition(TextCheckDeclaration check, List<ExpressionFault> faults)
    {
        if (check.When is not { } text) return;
        try
        {
            var condition = Parser.Condition(text, Names, Pack.Form(new FormId(check.Form)));
            _conditions[check.Id] = new DimensionBinder(Names.Money, [.. check.Columns.Select(column => new ColumnId(column))])
                .Bind(condition);
        }
        catch (LanguageException problem)
        {
            faults.Add(new ExpressionFault(null, check, "when", text, problem.Column, problem.Problem));
        }
    }

    private void CompilePresence(FormDefinition form, List<ExpressionFault> faults)
    {
        if (form.When is not { } text) return;
        try
        {
            _presence[form.Id] = Parser.Condition(text, Names);
        }
        catch (LanguageException problem)
        {
            faults.Add(new ExpressionFault(form.Id, null, "条件", text, problem.Column, problem.Problem));
        }
    }

    private static FormDefinition? FirstForm(Expression expression) => expression switch
    {
        Expression.Cells cells => cells.Form,
        Expression.Binary binary => FirstForm(binary.Left) ?? FirstForm(binary.Right),
        Expression.Negation negation => FirstForm(negation.Operand),
        Expression.Call call => call.Arguments.Select(FirstForm).FirstOrDefault(form => form is not null),
        _ => null,
    };
}
