using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 没有着落的数。Which figures of a goal no indicator carries, and which indicators' figures nothing in the goal tells or makes.
/// </summary>
internal static class OpenFigures
{
    private const decimal Months = 12m;
    private const string Percent = "%";

    /// <summary>True for a figure of the goal that no indicator sets, alone or with others, and that is not told again.</summary>
    public static bool IsOpen(TextQuantity told, ReviewedProject project, ProjectFigures figures) =>
        !(told.IsMoney && told.Number == project.Amount?.Value)
        && !figures.Lines.Any(line => line.Number == told.Number && IsOneUnit(line.Unit, told.Unit))
        && !IsSum(told.Number, [.. figures.Lines.Where(line => line.Unit == told.Unit).Select(line => line.Number)])
        && !figures.Goal.Any(other => other.Unit == told.Unit && !ReferenceEquals(other, told) && other.Number == told.Number);

    /// <summary>True for an indicator whose figure neither name nor goal tells, nor makes: 每村每月1场 and 22个村 make 264场.</summary>
    public static bool IsOpen(LineQuantity line, ReviewedProject project, ProjectFigures figures)
    {
        if (line.IsMoney && line.Number == project.Amount?.Value) return false;
        TextQuantity[] told = [.. figures.Name, .. figures.Goal, .. figures.Past];
        return !told.Any(one => one.Number == line.Number && (IsOneUnit(one.Unit, line.Unit)
            // 公益性岗位110个 beside 安置岗位人员 110人: counted by what each of them has
            || (one.Unit != Percent && line.Unit != Percent && Kinship.Of(one.Context + "|" + one.After, line.Line.Indicator.Name,
                []) > 0)));
    }

    /// <summary>
    /// True where a figure of the goal helps to make the indicator's, added up, multiplied or divided: 春季120家、秋季222家 beside 342家. What
    /// others make
    /// without it says nothing of it: 亩均480元 beside ≤600元/亩, where 720万元 for 1.2万亩 make 600.
    /// </summary>
    public static bool IsTerm(TextQuantity term, LineQuantity line, ProjectFigures figures)
    {
        TextQuantity[] told = [.. figures.Name, .. figures.Goal, .. figures.Past];
        return IsSum(line.Number, [.. told.Where(one => one.Unit == line.Unit)], term)
            || (term.Unit == line.Unit && term.Number * Months == line.Number)
            || Array.Exists(told, other => !ReferenceEquals(term, other)
                // 网站1个、公众号6个、微博3个，新媒体9个 beside 10个
                && ((term.Unit == line.Unit && other.Unit == line.Unit && term.Number + other.Number == line.Number)
                    || (term.Unit == line.Unit && Makes(term, other, line.Number)) || (other.Unit == line.Unit && Makes(other, term,
                        line.Number))
                    || (line.IsMoney && (Quotient(term, other) == line.Number || Quotient(other, term) == line.Number))));
    }

    private static decimal? Quotient(TextQuantity sum, TextQuantity count) => sum.IsMoney && count.Number > 0m
        ? sum.Number / count.Number : null;

    /// <summary>人 and 人次 are told for each other.</summary>
    public static bool IsOneUnit(string one, string other) => one == other || (QuantityUnits.IsHeads(one) && QuantityUnits.IsHeads(other));

    /// <summary>Each times a count, also by the month; 120场，其中进校园40场: what is left of a whole.</summary>
    private static bool Makes(TextQuantity one, TextQuantity other, decimal made) =>
        one.Number * other.Number is var product && (product == made || product * Months == made)
        || (other.Unit == one.Unit && other.IsDetail && other.Sentence == one.Sentence && one.Number - other.Number == made);

    /// <summary>True when some of the figures that stand together add up, with one of them where it is given.</summary>
    private static bool IsSum(decimal whole, TextQuantity[] parts, TextQuantity with)
    {
        var at = Array.FindIndex(parts, part => ReferenceEquals(part, with));
        for (var first = at; first >= 0; first--)
        {
            var sum = parts[first..(at + 1)].Sum(part => part.Number);
            if (sum == whole && first < at) return true;
            for (var next = at + 1; next < parts.Length && sum <= whole; next++)
            {
                sum += parts[next].Number;
                if (sum == whole) return true;
            }
        }

        return false;
    }

    /// <summary>True when some of the figures that stand together add up.</summary>
    private static bool IsSum(decimal whole, decimal[] parts)
    {
        for (var first = 0; first < parts.Length; first++)
        {
            var sum = parts[first];
            for (var next = first + 1; next < parts.Length; next++)
            {
                sum += parts[next];
                if (sum == whole) return true;
            }
        }

        return false;
    }
}
