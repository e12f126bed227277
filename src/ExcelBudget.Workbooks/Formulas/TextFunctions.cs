using System.Text;
using ExcelBudget.OfficePackages.Formats;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Texts, their parts, and figures shown as text.</summary>
internal static class TextFunctions
{
    private const int Longest = 32_767;

    public static FormulaValue Format(FormulaCall call)
    {
        var (value, format) = (call.Scalar(0), call.Text(1));
        if (value.IsFailure || format.IsFailure) return value.IsFailure ? value : format;
        var number = value.Kind == FormulaKind.Text ? FormulaValue.Numeric(value.Text) : value.AsNumber().Number;
        if (number is null) return value;
        return NumberFormat.Show(FormulaValue.Rounded(number.Value), format.Text, call.Engine.Workbook.Date1904) is { } shown
            ? FormulaValue.Of(shown)
            : FormulaValue.Unknown(FormulaTroubles.Unsupported($"TEXT(…,\"{format.Text}\")"));
    }

    public static FormulaValue Value(FormulaCall call) => call.Number(0);

    public static FormulaValue NumberOrZero(FormulaCall call) =>
        call.Scalar(0) is var value && (value.IsFailure || value.Kind is FormulaKind.Number)
            ? value : FormulaValue.Of(value.Kind == FormulaKind.Boolean ? value.Number : 0m);

    public static FormulaValue TextOrEmpty(FormulaCall call) =>
        call.Scalar(0) is var value && (value.IsFailure || value.Kind == FormulaKind.Text) ? value : FormulaValue.Of("");

    public static FormulaValue Length(FormulaCall call) =>
        call.Text(0) is { IsFailure: false } text ? FormulaValue.Of(text.Text.Length) : call.Text(0);

    public static FormulaValue Left(FormulaCall call) => Part(call, static (text, count) => text[..Math.Min(count, text.Length)]);

    public static FormulaValue Right(FormulaCall call) => Part(call, static (text, count) => text[^Math.Min(count, text.Length)..]);

    public static FormulaValue Middle(FormulaCall call)
    {
        var (text, start, count) = (call.Text(0), call.Number(1), call.Number(2));
        if (text.IsFailure || start.IsFailure || count.IsFailure) return text.IsFailure ? text : start.IsFailure ? start : count;
        if (start.Number < 1m || count.Number < 0m) return FormulaValue.WrongKind;
        var from = (int)Math.Min(start.Number - 1m, text.Text.Length);
        return FormulaValue.Of(text.Text.Substring(from, (int)Math.Min(count.Number, text.Text.Length - from)));
    }

    /// <summary>Without blanks at the ends, single blanks inside.</summary>
    public static FormulaValue Trim(FormulaCall call) =>
        Changed(call, static text => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static FormulaValue Upper(FormulaCall call) => Changed(call, static text => text.ToUpperInvariant());

    public static FormulaValue Lower(FormulaCall call) => Changed(call, static text => text.ToLowerInvariant());

    public static FormulaValue Exact(FormulaCall call)
    {
        var (left, right) = (call.Text(0), call.Text(1));
        return left.IsFailure || right.IsFailure ? (left.IsFailure ? left : right) : FormulaValue.Of(left.Text == right.Text);
    }

    public static FormulaValue Substitute(FormulaCall call)
    {
        var (text, old, fresh) = (call.Text(0), call.Text(1), call.Text(2));
        if (text.IsFailure || old.IsFailure || fresh.IsFailure) return text.IsFailure ? text : old.IsFailure ? old : fresh;
        return old.Text.Length == 0 ? text : Limited(text.Text.Replace(old.Text, fresh.Text, StringComparison.Ordinal));
    }

    public static FormulaValue Concatenate(FormulaCall call)
    {
        var joined = new StringBuilder();
        foreach (var (value, _) in call.Values())
        {
            var text = value.AsText();
            if (text.IsFailure) return text;
            joined.Append(text.Text);
            if (joined.Length > Longest) return FormulaValue.WrongKind;
        }

        return FormulaValue.Of(joined.ToString());
    }

    private static FormulaValue Limited(string text) => text.Length > Longest ? FormulaValue.WrongKind : FormulaValue.Of(text);

    private static FormulaValue Changed(FormulaCall call, Func<string, string> change) =>
        call.Text(0) is { IsFailure: false } text ? FormulaValue.Of(change(text.Text)) : call.Text(0);

    private static FormulaValue Part(FormulaCall call, Func<string, int, string> part)
    {
        var (text, count) = (call.Text(0), call.Number(1, 1m));
        if (text.IsFailure || count.IsFailure) return text.IsFailure ? text : count;
        return count.Number < 0m ? FormulaValue.WrongKind
            : FormulaValue.Of(part(text.Text, (int)Math.Min(count.Number, text.Text.Length)));
    }
}
