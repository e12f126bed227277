using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>
/// 同一个数。Relations that nobody has to write: two cells of different forms that draw on the same facts are equal, and so are the rows
/// of two forms with the same code. Each such cell is compared with the first form that prints it.
/// </summary>
internal sealed partial class DerivedTies
{
    private readonly RuleBook _book;
    private readonly RelationDeclaration _words;
    private readonly CellFacts _facts;
    private readonly FormDefinition[] _forms;

    /// <param name="book">The rule book with its formulas.</param>
    /// <param name="words">What is said of each tie; {here} and {there} in the message name the two places.</param>
    public DerivedTies(RuleBook book, RelationDeclaration words)
    {
        (_book, _words, _facts) = (book, words, new CellFacts(book, new FactSpace(book.Pack)));
        _forms = [.. book.Pack.Forms.Where(form => form is { Published: true, Blocks: null }
            && book.Pack.Forms.All(other => other.Blocks?.Inner != form.Id))];
    }

    /// <summary>The relations, those of totals first.</summary>
    public IEnumerable<RelationDeclaration> Relations() => Balances().Concat(Totals()).Concat(Rows()).Select((tie, index) => _words with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{_words.Id}-{tie.Here.Form.Id}-{tie.There.Form.Id}-{index + 1}"),
        Title = $"{tie.Here.Short} = {tie.There.Short}",
        Message = _words.Message.Replace("{here}", tie.Here.Words, StringComparison.Ordinal)
            .Replace("{there}", tie.There.Words, StringComparison.Ordinal),
        For = tie.For,
        Check = $"{tie.Here.Text} = {tie.There.Text}",
        File = tie.Here.Form.File,
        Line = tie.Here.Line,
    });

    private IEnumerable<TiedPair> Totals()
    {
        foreach (var group in _forms.SelectMany(Cells).GroupBy(cell => cell.Facts))
        {
            var cells = group.DistinctBy(cell => cell.Form.PartOf ?? cell.Form.Id).ToArray();
            foreach (var cell in cells.Skip(1)) yield return new TiedPair(cell, cells[0], null);
        }
    }

    /// <summary>Cells of fixed rows, and columns of trees whose total no fixed row prints.</summary>
    private IEnumerable<TiedCell> Cells(FormDefinition form)
    {
        var seen = new HashSet<ulong>();
        foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
        {
            foreach (var column in form.Columns.Where(column => column.Kind == CellKind.Amount && row.Covers(column.Id)))
            {
                if (_facts.OfFixed(form, row, column) is not ({ } facts and not 0)) continue;
                seen.Add(facts);
                yield return Cell(form, row, column, facts);
            }
        }

        if (form.Tree is not { } tree) yield break;
        foreach (var column in form.Columns)
        {
            if (_facts.OfTree(form, column, null) is not ({ } facts and not 0) || !seen.Add(facts)) continue;
            yield return new TiedCell(form, facts, $"SUM({form.Id}[末级,{Name(column.Id.Value)}])",
                $"《{form.Title}》“{Heading(form, column)}”栏各行合计", $"{form.Title}{Heading(form, column)}各行合计", tree.Line);
        }
    }

    private static TiedCell Cell(FormDefinition form, RowGroup.Fixed row, FormColumn column, ulong facts) => new(
        form, facts, $"{form.Id}[{Name(row.Key.Value)},{Name(column.Id.Value)}]",
        $"《{form.Title}》“{Label(form, row, column)}”行“{Heading(form, column)}”栏",
        $"{form.Title}“{Label(form, row, column)}”{Heading(form, column)}", row.Line);

    /// <summary>收支平衡。Totals of income and spending that stand in one row: the words the pack calls them by are in its rules.</summary>
    private IEnumerable<TiedPair> Balances()
    {
        if (_book.Pack.Balance is not [var income, var spending]) yield break;
        foreach (var form in _forms)
        {
            foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
            {
                if (Beside(form, row, income) is not { } left || Beside(form, row, spending) is not { } right || left == right) continue;
                yield return new TiedPair(Cell(form, row, left, 0), Cell(form, row, right, 0), null);
            }
        }
    }

    /// <summary>The first column of money to the right of a label.</summary>
    private static FormColumn? Beside(FormDefinition form, RowGroup.Fixed row, string words)
    {
        var label = row.Labels.FirstOrDefault(label => Plain(Ordinals.WithoutSlot(label.Value)).EndsWith(words, StringComparison.Ordinal));
        return label.Value is null ? null : form.Columns.Skip(form.IndexOf(label.Key) + 1)
            .FirstOrDefault(column => column.Kind == CellKind.Amount && row.Covers(column.Id));
    }

    /// <summary>Rows of the same code in forms by the same classification, column by column.</summary>
    private IEnumerable<TiedPair> Rows()
    {
        var columns = _forms.Where(form => form.Tree is not null).SelectMany(form => form.Columns
            .Select(column => (Form: form, Column: column, Facts: _facts.OfTree(form, column, ""))))
            .Where(one => one.Facts is not (null or 0)).ToArray();
        foreach (var group in columns.GroupBy(one => one.Facts!.Value))
        {
            // the form with the most detail is the one the others are held against
            var all = group.OrderBy(one => Units(one.Form)).ThenByDescending(one => DepthOf(one.Form))
                .DistinctBy(one => one.Form.Id).ToArray();
            foreach (var one in all.Skip(1))
            {
                if (Pair(one, all[0]) is { } pair) yield return pair;
            }
        }
    }

    private TiedPair? Pair(
        (FormDefinition Form, FormColumn Column, ulong? Facts) one, (FormDefinition Form, FormColumn Column, ulong? Facts) other)
    {
        // codes add up over units, so the form without units does the asking
        var (asks, answers) = Units(one.Form) > 0 || DepthOf(one.Form) > DepthOf(other.Form) ? (other, one) : (one, other);
        if (_book.Names.CodesThatDiffer(asks.Form, answers.Form) is not null
            || (Units(asks.Form) > 0 && Units(answers.Form) == 0)) return null;
        var depth = asks.Form.Tree!.LeafDepth + (Units(answers.Form) > 0 && Units(asks.Form) == 0 ? 1 : 0);
        if (depth > answers.Form.Tree!.LeafDepth) return null;
        var (left, right) = (Name(asks.Column.Id.Value), Name(answers.Column.Id.Value));
        var there = answers.Form.Tree.Place(depth) >= 0 ? $"{answers.Form.Id}[本行,{right}]" : $"SUM({answers.Form.Id}[所属末级,{right}])";
        return new TiedPair(
            new TiedCell(asks.Form, 0, $"{asks.Form.Id}[本行,{left}]",
                $"《{asks.Form.Title}》“{{row}}”行“{Heading(asks.Form, asks.Column)}”栏",
                $"{asks.Form.Title}各行{Heading(asks.Form, asks.Column)}", asks.Form.Tree.Line),
            new TiedCell(answers.Form, 0, there, $"《{answers.Form.Title}》同一科目“{Heading(answers.Form, answers.Column)}”栏",
                $"{answers.Form.Title}{Heading(answers.Form, answers.Column)}", answers.Form.Tree.Line),
            $"{asks.Form.Id}[{asks.Form.Tree.Levels[^1]}]");
    }

    private int Units(FormDefinition form) => Codes(form).UnitLength;

    private int DepthOf(FormDefinition form) => form.Tree!.LeafDepth - (Units(form) > 0 ? 1 : 0);

    private CodeList Codes(FormDefinition form) => _book.Pack.CodesOf(form);

    /// <summary>The nearest label to the left of a column.</summary>
    private static string Label(FormDefinition form, RowGroup.Fixed row, FormColumn column) => row.Labels
        .Where(label => label.Value.Length > 0).OrderBy(label => form.IndexOf(label.Key) > form.IndexOf(column.Id))
        .ThenByDescending(label => form.IndexOf(label.Key)).Select(label => Plain(Ordinals.WithoutSlot(label.Value)))
        .FirstOrDefault() ?? row.Key.Value;

    /// <summary>The heading, with the one above it where it stands more than once.</summary>
    private static string Heading(FormDefinition form, FormColumn column) => Plain(
        column.Groups.Count > 0 && form.Columns.Count(other => other.Title == column.Title) > 1
            ? $"{column.Groups[^1]}/{column.Title}" : column.Title);

    private static string Plain(string words) => Slot().Replace(words.Replace("{year}年", "本年", StringComparison.Ordinal)
        .Replace("{lastYear}年", "上年", StringComparison.Ordinal), "").Trim();

    /// <summary>Names with signs in them go in quotation marks.</summary>
    private static string Name(string name) => name.All(char.IsLetterOrDigit) ? name : $"\"{name}\"";

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slot();

    /// <summary>A cell, or a sum of cells, with the facts behind it.</summary>
    /// <param name="Form">Its form.</param>
    /// <param name="Facts">Which facts it adds up.</param>
    /// <param name="Text">How the rule book names it.</param>
    /// <param name="Words">How the accountant is told of it.</param>
    /// <param name="Short">The same for the 校验 sheet.</param>
    /// <param name="Line">Line of the form's file.</param>
    private sealed record TiedCell(FormDefinition Form, ulong Facts, string Text, string Words, string Short, int Line);

    /// <summary>Two cells that must be equal, once for each row of <paramref name="For"/>.</summary>
    private sealed record TiedPair(TiedCell Here, TiedCell There, string? For);
}
