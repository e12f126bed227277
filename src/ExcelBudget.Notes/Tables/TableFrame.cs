using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tables;

/// <summary>The cells of a form's table in one size, ready to be written.</summary>
internal sealed class TableFrame
{
    public TableFrame(FormDefinition form, TableStyles styles)
    {
        Table = styles.Table;
        (Head, Text, Note) = (styles.Head, styles.Text, styles.Note);
        Cells = [.. form.Columns.Select(column => column.IsRowNumber ? styles.Head : column.IsFigure ? styles.Figure : styles.Text)];
        HalfPoints = styles.HalfPoints;
    }

    /// <summary>Id of the table style.</summary>
    public string Table { get; }

    public CellStyle Head { get; }

    public CellStyle Text { get; }

    /// <summary>Style of notes below the table.</summary>
    public CellStyle Note { get; }

    /// <summary>Style of the cells of each column.</summary>
    public CellStyle[] Cells { get; }

    /// <summary>Size of the letters in half points.</summary>
    public int HalfPoints { get; }

    /// <summary>Least height of a row in twips.</summary>
    public int RowHeight => (HalfPoints * 10) + 100;

    /// <summary>Height of a line in twips; the pitch of the built styles.</summary>
    public int Pitch => (HalfPoints * 12) + 28;
}
