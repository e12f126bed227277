using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>A fault in a pack's expressions.</summary>
/// <param name="Where">Form and cell, or rule id.</param>
/// <param name="Line">Line in rules.yaml; 0 when it stands in a form's file.</param>
/// <param name="Expression">The expression as written.</param>
/// <param name="Problem">What is wrong, in Chinese.</param>
public sealed record ExpressionFault(string Where, int Line, string Expression, string Problem);

/// <summary>规则库。A pack with every formula and relation parsed once; shared between threads.</summary>
public sealed class RuleBook
{
    private readonly Dictionary<(FormId Form, string Text), Expression> _formulas = [];

    private RuleBook(Pack pack)
    {
        Pack = pack;
        Names = new FormNames(pack.Forms, pack.CodeLists);
    }

    /// <summary>The pack.</summary>
    public Pack Pack { get; }

    /// <summary>What names mean in the pack.</summary>
    public FormNames Names { get; }

    /// <summary>The relations in declared order.</summary>
    public IReadOnlyList<Relation> Relations { get; private set; } = [];

    /// <summary>Parses a pack.</summary>
    /// <param name="pack">The pack as read.</param>
    /// <param name="faults">Expressions that cannot be understood; empty for a sound pack.</param>
    public static RuleBook Compile(Pack pack, out IReadOnlyList<ExpressionFault> faults)
    {
        var found = new List<ExpressionFault>();
        var book = new RuleBook(pack);
        foreach (var form in pack.Forms) book.CompileFormulas(form, found);
        book.Relations = [.. pack.Relations.Select(declaration => book.CompileRelation(declaration, found)).OfType<Relation>()];
        faults = found;
        return book;
    }

    /// <summary>The parsed formula of a computed cell.</summary>
    /// <param name="form">The form the formula stands in.</param>
    /// <param name="text">The formula as declared.</param>
    public Expression Formula(FormDefinition form, string text) => _formulas[(form.Id, text)];

    /// <summary>Every formula of a form.</summary>
    public IEnumerable<Expression> FormulasOf(FormDefinition form) =>
        _formulas.Where(formula => formula.Key.Form == form.Id).Select(formula => formula.Value);

    /// <summary>The code list of a form's tree; null when it has none.</summary>
    public CodeList? Codes(FormDefinition form) => form.Tree is { } tree ? Pack.CodeLists[tree.CodeList] : null;

    private void CompileFormulas(FormDefinition form, List<ExpressionFault> faults)
    {
        var texts = form.Columns.Select(column => column.Compute)
            .Concat(form.Rows.OfType<RowGroup.Fixed>().SelectMany(row => row.Computed.Values.Append(row.ComputedElsewhere)))
            .Append(form.Tree?.UpperCompute)
            .OfType<string>()
            .Distinct();
        foreach (var text in texts)
        {
            try
            {
                _formulas[(form.Id, text)] = Parser.Figure(text, Names, form);
            }
            catch (LanguageException problem)
            {
                faults.Add(new ExpressionFault($"表 {form.Id}", 0, text, problem.Message));
            }
        }
    }

    private Relation? CompileRelation(RelationDeclaration declaration, List<ExpressionFault> faults)
    {
        var text = declaration.For ?? declaration.Check;
        try
        {
            (FormDefinition Form, IReadOnlyList<RowSelector> Rows)? rows = declaration.For is { } spoken ? Parser.Rows(spoken, Names) : null;
            text = declaration.Check;
            var check = Parser.Relation(text, Names, rows?.Form);
            var form = rows?.Form ?? FirstForm(check.Left) ?? FirstForm(check.Right)
                ?? throw new LanguageException("关系中没有任何表", 1);
            text = declaration.Columns ?? "";
            var columns = declaration.Columns is { } listed ? Parser.Columns(listed, form, Names) : [];
            text = declaration.When ?? "";
            var when = declaration.When is { } condition ? Parser.Relation(condition, Names, form) : null;
            return new Relation(declaration, form, rows?.Rows, columns, when, check);
        }
        catch (LanguageException problem)
        {
            faults.Add(new ExpressionFault($"规则 {declaration.Id}", declaration.Line, text, problem.Message));
            return null;
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
