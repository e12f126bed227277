using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>Changes to a workbook as people make them, the same in every run.</summary>
internal sealed class Mutations
{
    /// <summary>Kind of a figure typed as text.</summary>
    public const string TypedAsText = "typed as text";

    private static readonly string[] Messy = ["{0} ", "{0}万元", " {0}", "¥{0}"];

    private readonly Random _random;
    private readonly FlatWorkbook _book;
    private readonly ReadWorkbook _read;
    private readonly CellAddress[] _entered;
    private readonly (FormDefinition Form, RowKey Key)[] _coded;

    public Mutations(byte[] workbook, int seed)
    {
        _random = new Random(seed);
        _book = Calc.Opened(workbook);
        _read = ReadBack.Of(_book);
        _entered =
        [
            .. from form in _read.Budget.Forms
               from row in form.Rows
               from cell in row.Cells
               where cell.Value is CellValue.Amount && Hebei.Book.Pack[form.Form].Column(cell.Key)!.Compute is null
               select new CellAddress(form.Form, row.Key, cell.Key),
        ];
        _coded =
        [
            .. from form in _read.Budget.Forms
               let definition = Hebei.Book.Pack[form.Form]
               where definition.Tree is not null
               from row in form.Rows
               where definition.FixedRow(row.Key) is null
               select (definition, row.Key),
        ];
    }

    /// <summary>So many of each kind.</summary>
    public IEnumerable<Mutation> Of(int each)
    {
        Func<Mutation>[] kinds =
        [
            Raised, RaisedALittle, Turned, Slipped, AsText, Retyped, RetypedTotal, RowWithoutFormulas, RowWithFormulas,
            CodeMoved, RowDeleted, UpperRowInserted, Cleared, ErrorTyped, CodeWithBlanks,
        ];
        // a workbook typed in by hand may hold no total above others to type over
        var possible = kinds.Where(kind => kind != RetypedTotal || Totals.Length > 0).ToArray();
        return Enumerable.Range(0, each).SelectMany(_ => possible.Select(kind => kind()));
    }

    /// <summary>Workbooks with two to four changes at once; rows move at most in the last, so that every place is still right.</summary>
    public IEnumerable<IReadOnlyList<Mutation>> Several(int count)
    {
        Func<Mutation>[] staying = [Raised, RaisedALittle, Turned, Slipped, AsText, Retyped, Cleared, ErrorTyped, CodeWithBlanks];
        Func<Mutation>[] moving = [RowWithoutFormulas, RowWithFormulas, RowDeleted, UpperRowInserted];
        for (var index = 0; index < count; index++)
        {
            var changes = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(staying)())
                .DistinctBy(change => change.Where.Split(' ')[0]).ToList();
            changes.Add(_random.Next(2) == 0 ? Pick(moving)() : Pick(staying)());
            // two changes of one cell, of which the earlier is gone
            changes.RemoveAll(change => change.Text is null
                && changes.Any(other => other.Text is { } text && change.Where.Contains(text.ToString(), StringComparison.Ordinal)));
            yield return changes;
        }
    }

    private Mutation Cleared()
    {
        var address = Pick(_entered);
        var (typing, at) = On(address);
        return new Mutation("cleared", $"{address}", typing.Clear(at.Row, at.Column));
    }

    private Mutation ErrorTyped()
    {
        var address = Pick(_entered);
        var (typing, at) = On(address);
        return new Mutation("error typed", $"{address}", typing.Formula(at.Row, at.Column, "1/0"), address);
    }

    private Mutation CodeWithBlanks()
    {
        var (form, key) = Pick(_coded);
        var at = At(new CellAddress(form.Id, key, form.Tree!.Column));
        return new Mutation("code with blanks", $"{form.Id} {key}",
            new Typing().On(SheetOf(form)).Text(at.Row, at.Column, _random.Next(2) == 0 ? key.Value + " " : " " + key.Value));
    }

    private Mutation Raised() => Entered("amount changed", value => value + (_random.Next(-5000, 5000) / 100m));

    private Mutation RaisedALittle() => Entered("amount changed a little", value => value + (_random.Next(1, 12) / 1000m));

    private Mutation Turned() => Entered("sign flipped", value => -value);

    private Mutation Slipped() => Entered("unit slip", value => _random.Next(2) == 0 ? value * 10_000m : value / 10_000m);

    private Mutation AsText()
    {
        var address = Pick(_entered);
        var (typing, at) = On(address);
        var text = string.Format(CultureInfo.InvariantCulture, Pick(Messy),
            ValueOf(address).ToString("0.00", CultureInfo.InvariantCulture));
        return new Mutation(TypedAsText, $"{address}", typing.Text(at.Row, at.Column, text), address);
    }

    private Mutation Retyped()
    {
        var form = Pick(_entered).Form;
        var some = _entered.Where(address => address.Form == form).OrderBy(_ => _random.Next()).Take(_random.Next(2, 9)).ToArray();
        var typing = new Typing();
        foreach (var address in some) TypeNumber(typing, address, decimal.Round(ValueOf(address), 2, MidpointRounding.AwayFromZero));
        return new Mutation("retyped with two decimals", string.Join(' ', some), typing);
    }

    /// <summary>
    /// A total overwritten by what the form prints. Not that of a 项: the other forms add its parts, so that rows without a total count.
    /// </summary>
    private Mutation RetypedTotal()
    {
        var address = Pick(Totals);
        var (typing, at) = On(address);
        return new Mutation("total typed over", $"{address}",
            typing.Number(at.Row, at.Column, decimal.Round(_read.CachedResults[address], 2, MidpointRounding.AwayFromZero)));
    }

    private CellAddress[] Totals =>
        [.. _read.CachedResults.Where(cell => cell.Value != 0m && cell.Key.Form.Value.StartsWith('T') && !IsLeaf(cell.Key))
            .Select(cell => cell.Key)];

    private Mutation RowWithoutFormulas()
    {
        var (typing, where, _, _) = NewRow(isUpper: false);
        return new Mutation("row inserted without formulas", where, typing);
    }

    private Mutation RowWithFormulas()
    {
        var (typing, where, form, at) = NewRow(isUpper: false);
        var figures = form.Columns.Where(column => column.IsFigure).ToArray();
        var left = ColumnOf(form, figures[0].Id);
        var (first, last) = (CellReference.ColumnName(left + 1), CellReference.ColumnName(left + figures.Length - 1));
        if (form.Id.Value == "T2")
        {
            (first, last) = (CellReference.ColumnName(left + 2), CellReference.ColumnName(left + 8));
            typing.Formula(at, left, $"{CellReference.ColumnName(left + 1)}{at}+{CellReference.ColumnName(left + 9)}{at}");
            left++;
        }

        return new Mutation("row inserted with formulas", where, typing.Formula(at, left, $"SUM({first}{at}:{last}{at})"));
    }

    /// <summary>类 or 款 without amounts: with a code only.</summary>
    private Mutation UpperRowInserted()
    {
        var (typing, where, _, _) = NewRow(isUpper: true);
        return new Mutation("类 or 款 row inserted", where, typing);
    }

    private Mutation CodeMoved()
    {
        var (form, key) = Pick(_coded);
        var at = At(new CellAddress(form.Id, key, form.Tree!.Column));
        // a 款 that is given the code of a 项 keeps its formulas, which nobody types into an amount
        var others = _coded.Where(row => row.Form == form && row.Key.Value.Length == key.Value.Length).ToArray();
        var code = _random.Next(2) == 0 ? NewCode(form, key.Value.Length) : Pick(others).Key.Value;
        return new Mutation("code moved", $"{form.Id} {key} → {code}", new Typing().On(SheetOf(form)).Text(at.Row, at.Column, code));
    }

    private Mutation RowDeleted()
    {
        var (form, key) = Pick(_coded);
        return new Mutation("row deleted", $"{form.Id} {key}",
            new Typing().On(SheetOf(form)).DeleteRow(At(new CellAddress(form.Id, key, form.Tree!.Column)).Row));
    }

    private (Typing Typing, string Where, FormDefinition Form, int Row) NewRow(bool isUpper)
    {
        var (form, key) = Pick(_coded);
        var codeAt = At(new CellAddress(form.Id, key, form.Tree!.Column));
        var lengths = _read.RuleBook.Codes(form)!.LevelLengths;
        var row = codeAt.Row + 1;
        var code = NewCode(form, isUpper ? Pick([.. lengths.SkipLast(1)]) : lengths[^1]);
        var typing = new Typing().On(SheetOf(form)).InsertRow(row).Text(row, codeAt.Column, code);
        if (isUpper) return (typing, $"{form.Id} {code}", form, row);
        foreach (var column in form.Columns.Where(column => column is { IsFigure: true, Compute: null }).OrderBy(_ => _random.Next())
            .Take(_random.Next(1, 3)))
        {
            typing.Number(row, ColumnOf(form, column.Id), _random.Next(1, 100_000) / 100m);
        }

        return (typing, $"{form.Id} {code}", form, row);
    }

    /// <summary>A code of a length, mostly below codes the form has.</summary>
    private string NewCode(FormDefinition form, int length)
    {
        var own = Pick(_coded.Where(row => row.Form == form).ToArray()).Key.Value;
        var codes = _read.RuleBook.Codes(form)!.Entries.Select(entry => entry.Code).Where(code => code.Length == length).ToArray();
        var near = codes.Where(code => code.StartsWith(own[..3], StringComparison.Ordinal)).ToArray();
        return Pick(near.Length > 0 && _random.Next(4) > 0 ? near : codes);
    }

    private Mutation Entered(string kind, Func<decimal, decimal> change)
    {
        var address = Pick(_entered);
        var value = change(ValueOf(address));
        return new Mutation(kind, $"{address} {ValueOf(address)} → {value}", TypeNumber(new Typing(), address, value));
    }

    private Typing TypeNumber(Typing typing, CellAddress address, decimal value)
    {
        var at = At(address);
        return typing.On(_read.Places[address].Sheet!).Number(at.Row, at.Column, value);
    }

    private (Typing Typing, CellReference At) On(CellAddress address) => (new Typing().On(_read.Places[address].Sheet!), At(address));

    private decimal ValueOf(CellAddress address) => ((CellValue.Amount)_read.Budget[address]!).Yuan / 10_000m;

    private CellReference At(CellAddress address) =>
        CellReference.TryParse(_read.Places[address].Cell, out var at) ? at : throw new ArgumentException($"{address} has no cell");

    private int ColumnOf(FormDefinition form, ColumnId column)
    {
        var tree = form.Tree!.Column;
        var known = _read.Places.First(place => place.Key.Form == form.Id && place.Key.Column == tree);
        return At(known.Key).Column + form.IndexOf(column) - form.IndexOf(tree);
    }

    private string SheetOf(FormDefinition form) => _read.Places.First(place => place.Key.Form == form.Id).Value.Sheet!;

    private static bool IsLeaf(CellAddress address) => Hebei.Book.Codes(Hebei.Book.Pack[address.Form])?.IsLeaf(address.Row.Value) ?? false;

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
