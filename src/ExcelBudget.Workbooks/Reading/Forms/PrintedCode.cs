using System.Text.RegularExpressions;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads which code a row shows: in its cell, in several cells, beside a name, or by the name alone.</summary>
/// <param name="tree">The rows.</param>
/// <param name="codes">Their code list.</param>
/// <param name="placeOf">Sheet column of a column; 0 for one that is gone.</param>
internal sealed class PrintedCode(RowGroup.Tree tree, CodeList codes, Func<ColumnId, int> placeOf)
{
    private readonly CodeNames? _names = tree.Print == CodePrint.Name ? new CodeNames(codes, tree.LeafDepth) : null;
    private readonly Regex? _joined = tree.Print == CodePrint.Joined ? Joined(tree.Text!) : null;

    /// <summary>The code of a row; empty where none can be told.</summary>
    /// <param name="cellAt">The cell in a sheet column with what its formula comes to; null for a blank one.</param>
    public TypedCode Read(Func<int, FlatCell?> cellAt)
    {
        if (tree.Print == CodePrint.Split) return Pieced(cellAt);
        var cell = cellAt(placeOf(tree.Column));
        if (_names is not null) return new TypedCode(_names.Find(cell?.Text ?? "") ?? "", CodeFault.None);
        if (_joined?.Match(PlainText.Label(cell?.Text ?? "")) is { Success: true } match) return new TypedCode(match.Groups[1].Value,
            CodeFault.None);
        return TypedCode.Of(cell, typed => codes.LevelOf(typed) >= 0);
    }

    /// <summary>The pieces of a row together, and the oddest of them.</summary>
    private TypedCode Pieced(Func<int, FlatCell?> cellAt)
    {
        var code = "";
        var odd = new List<(int Piece, TypedCode Reading)>();
        for (var place = 0; place < tree.Pieces.Count; place++)
        {
            var length = codes.LevelLengths[place] - (place == 0 ? 0 : codes.LevelLengths[place - 1]);
            var read = Piece(TypedCode.Of(cellAt(placeOf(tree.Pieces[place])), _ => true), length);
            code += read.Code;
            if (read.Fault != CodeFault.None) odd.Add((place, read));
        }

        odd.Sort((left, right) => right.Reading.Fault.CompareTo(left.Reading.Fault));
        return new TypedCode(code, odd.Count == 0 ? CodeFault.None : odd[0].Reading.Fault) { Odd = odd };
    }

    /// <summary>A piece that became a number has lost its zeros in front; one that is too long holds those behind it too.</summary>
    private static TypedCode Piece(TypedCode read, int length)
    {
        if (read.Code.Length == 0 || read.Code.Length == length) return read;
        if (read.Code.Length > length) return read with { Fault = read.Fault > CodeFault.Unsplit ? read.Fault : CodeFault.Unsplit };
        return new TypedCode(read.Code.PadLeft(length, '0'), read.Fault > CodeFault.None ? read.Fault : CodeFault.Messy);
    }

    /// <summary>«[{code}]{name}» as labels are compared, without blanks.</summary>
    private static Regex Joined(string text)
    {
        var at = text.IndexOf("{code}", StringComparison.Ordinal);
        var before = Regex.Escape(PlainText.Label(Ordinals.WithoutSlot(text[..at])));
        var after = text[(at + "{code}".Length)..];
        var sign = after.IndexOf('{', StringComparison.Ordinal) is >= 0 and var slot ? after[..slot] : after;
        return new Regex($@"{before}(\d+){Regex.Escape(PlainText.Label(sign))}", RegexOptions.NonBacktracking);
    }
}
