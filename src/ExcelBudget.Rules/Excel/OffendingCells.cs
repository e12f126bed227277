using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>Cells that turn red (amber for a 疑点) while a relation is broken.</summary>
/// <param name="Severity">How grave the relation is.</param>
/// <param name="Form">The form.</param>
/// <param name="FirstRow">First sheet row.</param>
/// <param name="LastRow">Last sheet row.</param>
/// <param name="Column">Sheet column.</param>
/// <param name="Gap">Formula of the gap, written for the first row; rows below follow by relative reference.</param>
public sealed record OffendingCells(Severity Severity, FormDefinition Form, int FirstRow, int LastRow, int Column, string Gap);

/// <summary>Finds the cells a relation is about (its left side) and writes the gap as a formula for conditional formatting.</summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
public sealed class OffendingCellFinder(RuleBook book, IWorkbookLayout layout)
{
    private readonly FormulaTranslator _scalar = new(book, layout);

    /// <summary>The cells of every relation whose left side is a cell.</summary>
    public IEnumerable<OffendingCells> Find() => book.Relations.SelectMany(Find);

    private IEnumerable<OffendingCells> Find(Relation relation)
    {
        if (relation.Check.Left is not Expression.Cells left) yield break;
        foreach (var column in relation.Columns.Count == 0 ? [null] : relation.Columns.Select(column => (ColumnId?)column))
        {
            if (ColumnOf(left, column) is not { } target) continue;
            foreach (var selector in relation.Rows ?? [left.Rows])
            {
                foreach (var found in Find(relation, left, selector, column, target)) yield return found;
            }
        }
    }

    private IEnumerable<OffendingCells> Find(Relation relation, Expression.Cells left, RowSelector selector, ColumnId? column, ColumnId target)
    {
        var form = left.Form;
        var at = layout.ColumnOf(form, target);
        if (selector is RowSelector.Key key && form.FixedRow(key.Row) is { } declared)
        {
            var row = layout.RowOf(form, key.Row);
            yield return new OffendingCells(relation.Declaration.Severity, form, row, row, at, Gap(relation, new FormulaPlace(null, form, row, declared.Code, key.Row, column), ""));
        }
        else if (selector is RowSelector.Level level && form.Tree is not null)
        {
            var (first, last) = layout.RegionOf(form);
            var length = book.Codes(form)!.LevelLengths[level.Depth];
            var code = SheetReference.Sheet(layout.SheetOf(form)) + "$" + SheetReference.Cell(first, layout.ColumnOf(form, form.Tree.Column));
            var mask = string.Create(CultureInfo.InvariantCulture, $"(LEN({code})={length})*");
            yield return new OffendingCells(relation.Declaration.Severity, form, first, last, at, Gap(relation, new FormulaPlace(null, form, first, new string('0', length), default, column, IsShared: true), mask));
        }
        else if (selector is RowSelector.All && relation.When is null && form.Blocks is null)
        {
            var (first, last) = layout.RegionOf(form);
            yield return new OffendingCells(relation.Declaration.Severity, form, first, last, at, Gap(relation, new FormulaPlace(null, form, first, null, null, column, IsShared: true), ""));
        }
    }

    private static ColumnId? ColumnOf(Expression.Cells left, ColumnId? column) => left.Columns switch
    {
        ColumnSelector.One one => one.Column,
        ColumnSelector.This => column,
        _ => null,
    };

    private string Gap(Relation relation, FormulaPlace place, string mask)
    {
        var left = _scalar.Translate(relation.Check.Left, place);
        var right = _scalar.Translate(relation.Check.Right, place);
        var gap = relation.Check.Comparison switch
        {
            Comparison.Equal => $"ABS(({left})-({right}))",
            Comparison.AtMost => $"(({left})-({right}))",
            _ => $"(({right})-({left}))",
        };
        var condition = relation.When is { } when ? ConditionFormula.Of(when, figure => _scalar.Translate(figure, place)) + "*" : "";
        return condition + mask + gap;
    }
}
