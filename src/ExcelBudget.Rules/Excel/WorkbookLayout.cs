using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Excel;

/// <summary>Where the forms of one workbook stand: what the translation of expressions needs to know.</summary>
public interface IWorkbookLayout
{
    /// <summary>Sheet name of a form.</summary>
    string SheetOf(FormDefinition form);

    /// <summary>First and last row of a form's data region, from 1; ranges over it grow with inserted rows.</summary>
    (int First, int Last) RegionOf(FormDefinition form);

    /// <summary>Row of a fixed row, from 1.</summary>
    int RowOf(FormDefinition form, RowKey key);

    /// <summary>Sheet column of a form's column, from 1.</summary>
    int ColumnOf(FormDefinition form, ColumnId column);

    /// <summary>
    /// In a form of blocks, the sheet column and text of the label that stands in front of a field: other fields share its column.
    /// Null in other forms.
    /// </summary>
    (int Column, string Label)? LabelOf(FormDefinition form, ColumnId column);

    /// <summary>How many blocks a form of blocks has; 0 for other forms.</summary>
    int BlocksOf(FormDefinition form);
}

/// <summary>The place a formula is written for.</summary>
/// <param name="Sheet">Sheet on which the formula stands; null to name the sheet in every reference.</param>
/// <param name="Form">Form of 本行; null outside any row.</param>
/// <param name="SheetRow">Sheet row of 本行; 0 outside any row.</param>
/// <param name="Code">Code of 本行 as the sheet knows it; null without one.</param>
/// <param name="Key">Key of 本行.</param>
/// <param name="Column">本栏.</param>
/// <param name="IsShared">True when the rows below share the formula, as in conditional formats: only references to 本行 may move with
/// them.</param>
public sealed record FormulaPlace(
    string? Sheet,
    FormDefinition? Form = null,
    int SheetRow = 0,
    string? Code = null,
    RowKey? Key = null,
    ColumnId? Column = null,
    bool IsShared = false)
{
    /// <summary>What a rate prints that has no base; null to count it as 0.</summary>
    public string? WithoutBase { get; init; }

    /// <summary>The code tree of 本行's form; null without one.</summary>
    public RowGroup.Tree? Tree => Key is { } key && Form?.FixedRow(key) is not null ? null : Form?.Tree;

    /// <summary>The unit of the formula: that of the form it is written for.</summary>
    public MoneyUnit Unit => (Form?.Amounts ?? AmountFormat.TenThousandYuan).Unit;
}
