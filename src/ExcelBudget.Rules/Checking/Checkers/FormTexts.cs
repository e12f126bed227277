using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers;

/// <summary>The rows of a form in one budget with their texts, column by column, read once for all checks that look at them.</summary>
/// <param name="view">The form's rows.</param>
/// <param name="scan">The words that checks look for.</param>
internal sealed class FormTexts(FormView view, WordScan scan)
{
    private readonly Dictionary<ColumnId, Texts> _columns = [];
    private (FormColumn[] Columns, Texts[] Read) _all;
    private ulong? _held;

    /// <summary>Rows in which something was entered, in printed order.</summary>
    public IReadOnlyList<RowView> Rows { get; } = Array.FindAll(view.All, static row => row.Row is not null);

    /// <summary>The form's columns of texts and what they say, for checks that look at all of them.</summary>
    public (FormColumn[] Columns, Texts[] Read) All
    {
        get
        {
            if (_all.Columns is null)
            {
                var columns = view.Form.Columns.Where(static column => column.Kind is CellKind.Text or CellKind.CodeName).ToArray();
                _all = (columns, Array.ConvertAll(columns, column => this[column.Id]));
            }

            return _all;
        }
    }

    /// <summary>False when no text of the form holds one of the words.</summary>
    public bool MayHold(ulong words)
    {
        if (_held is not { } held)
        {
            held = 0;
            foreach (var column in All.Read) held |= column.Held;
            _held = held;
        }

        return (held & words) != 0;
    }

    /// <summary>The texts of a column, one for each of the rows.</summary>
    public Texts this[ColumnId column]
    {
        get
        {
            if (!_columns.TryGetValue(column, out var texts))
                _columns[column] = texts = new Texts([.. Rows.Select(row => row.Row![column]?.AsText() ?? "")], scan);
            return texts;
        }
    }

    /// <summary>The texts of one column.</summary>
    /// <param name="all">One for each row; empty where there is none.</param>
    /// <param name="scan">The words that checks look for.</param>
    internal sealed class Texts(string[] all, WordScan scan)
    {
        private ulong[]? _words;

        /// <summary>The text of a row; empty where there is none.</summary>
        public string this[int row] => all[row];

        /// <summary>False when a row's text holds none of the words.</summary>
        public bool MayHold(int row, ulong words) => (Words[row] & words) != 0;

        /// <summary>The words that any of the texts holds.</summary>
        public ulong Held
        {
            get
            {
                var held = 0UL;
                foreach (var words in Words) held |= words;
                return held;
            }
        }

        private ulong[] Words => _words ??= Array.ConvertAll(all, scan.In);
    }
}
