using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Language;

/// <summary>
/// 量纲检查。Says of every part of an expression whether it is money or a plain number, refuses to add or compare the two, and gives bare
/// numbers their meaning: beside money, a bare number is money in the pack's unit (templates/README.md, «Numbers and their units»).
/// </summary>
/// <param name="money">计量单位 of bare numbers.</param>
/// <param name="columns">The columns that «本栏» may mean; none when it may mean any, null when that is not known yet or does not
/// matter.</param>
internal sealed class DimensionBinder(MoneyUnit money, IReadOnlyList<ColumnId>? columns)
{
    private const string Mixed = "金额不能和数量、比率相加减或比较；单独的数字可以写明单位，如 50万元";
    private const string Unclear = "本栏有金额也有数量，这里的数字要写明单位，如 50万元，或把规则按栏分开写";

    /// <param name="figure">As parsed.</param>
    /// <param name="wanted">What it must count; null for either.</param>
    /// <exception cref="LanguageException">It adds money to plain numbers, or counts something else than is wanted.</exception>
    public Expression Bind(Expression figure, Dimension? wanted)
    {
        var bound = Of(figure);
        if (wanted == Dimension.Money) return As(bound, Kind.Money);
        if (wanted == Dimension.Plain && bound.Kind == Kind.Money) throw new LanguageException("算出来的是金额，这一栏不是金额栏", 1);
        return bound.Figure;
    }

    /// <exception cref="LanguageException">It compares money with plain numbers.</exception>
    public Comparing Bind(Comparing comparing)
    {
        var (left, right) = (Of(comparing.Left), Of(comparing.Right));
        var kind = Shared(left.Kind, right.Kind);
        return comparing with { Left = As(left, kind), Right = As(right, kind) };
    }

    /// <exception cref="LanguageException">It compares money with plain numbers.</exception>
    public Condition Bind(Condition condition) => condition switch
    {
        Condition.Compares one => new Condition.Compares(Bind(one.Comparing)),
        Condition.Says says => says,
        Condition.All all => new Condition.All([.. all.Parts.Select(Bind)]),
        Condition.Any any => new Condition.Any([.. any.Parts.Select(Bind)]),
        _ => throw new InvalidOperationException($"Unknown condition {condition}"),
    };

    private Bound Of(Expression expression) => expression switch
    {
        Expression.Literal { Figure: { Dimension: Dimension.Money } } money => new Bound(money, Kind.Money),
        Expression.Literal { Figure.Value: 0m } nothing => new Bound(nothing, Kind.Any),
        Expression.Literal bare => new Bound(bare, Kind.Bare),
        Expression.Cells cells => new Bound(cells, KindOf(cells)),
        Expression.Negation negation =>
            Of(negation.Operand) is var operand ? operand with { Figure = new Expression.Negation(operand.Figure) } : default,
        Expression.Binary binary => Of(binary),
        Expression.Call call => Of(call),
        _ => throw new InvalidOperationException($"Unknown expression {expression}"),
    };

    private Bound Of(Expression.Binary binary)
    {
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        var kind = binary.Operator switch
        {
            '*' => Product(left.Kind, right.Kind),
            '/' => Quotient(left.Kind, right.Kind),
            _ => Shared(left.Kind, right.Kind),
        };
        return binary.Operator is '+' or '-'
            ? new Bound(binary with { Left = As(left, kind), Right = As(right, kind) }, kind)
            : new Bound(binary with { Left = left.Figure, Right = right.Figure }, kind);
    }

    private Bound Of(Expression.Call call)
    {
        var arguments = call.Arguments.Select(Of).ToArray();
        if (call.Function == Function.Round)
        {
            if (arguments[1].Kind == Kind.Money) throw new LanguageException("ROUND 的第二个参数是小数位数，不能是金额", 1);
            var rounded =
                call with
                {
                    Arguments = [arguments[0].Figure, arguments[1].Figure],
                    RoundedIn = arguments[0].Kind == Kind.Money ? money
                : null
                };
            return new Bound(rounded, arguments[0].Kind);
        }

        var kind = arguments.Aggregate(Kind.Any, (shared, argument) => Shared(shared, argument.Kind));
        return new Bound(
            call with { Arguments = [.. arguments.Select(argument => As(argument, kind))] }, call.Function == Function.Rate ? Kind.Plain
            : kind);
    }

    private Kind KindOf(Expression.Cells cells)
    {
        if (cells.Columns is ColumnSelector.This && columns is not { Count: > 0 }) return columns is null ? Kind.Any : Kind.Either;
        var named = cells.Columns switch
        {
            ColumnSelector.One one => [cells.Form.Column(one.Column)!],
            ColumnSelector.Range range => cells.Form.Between(range.First, range.Last),
            _ => columns!.Select(cells.Form.Column).OfType<FormColumn>(),
        };
        var kinds = named.Where(column => column.IsFigure).Select(column => column.Kind == CellKind.Amount ? Kind.Money : Kind.Plain)
            .Distinct().ToArray();
        if (kinds.Length < 2) return kinds is [var only] ? only : Kind.Any;
        // 本栏 is one column at a time, a range is added up
        return cells.Columns is ColumnSelector.This ? Kind.Either : throw new LanguageException($"{cells.Form.Id} 的这几栏有金额也有数量，不能相加", 1);
    }

    private static Kind Shared(Kind left, Kind right) => (left, right) switch
    {
        _ when left == right => left,
        (Kind.Any, _) => right,
        (_, Kind.Any) => left,
        (Kind.Bare, _) => right,
        (_, Kind.Bare) => left,
        (Kind.Either, _) or (_, Kind.Either) => throw new LanguageException(Unclear, 1),
        _ => throw new LanguageException(Mixed, 1),
    };

    private static Kind Product(Kind left, Kind right) => (left, right) switch
    {
        (Kind.Money or Kind.Either, Kind.Money or Kind.Either) => throw new LanguageException("金额不能和金额相乘", 1),
        (Kind.Money or Kind.Either, _) => left,
        (_, Kind.Money or Kind.Either) => right,
        (Kind.Plain, _) or (_, Kind.Plain) => Kind.Plain,
        _ => Shared(left, right),
    };

    private static Kind Quotient(Kind left, Kind right) => (left, right) switch
    {
        (Kind.Any, _) or (_, Kind.Any) => left,
        (Kind.Bare, Kind.Money or Kind.Either) => throw new LanguageException("数字除以金额，要写明数字的单位，如 50万元", 1),
        (Kind.Plain, Kind.Money or Kind.Either) => throw new LanguageException("数量、比率不能除以金额", 1),
        (Kind.Money, Kind.Money) or (Kind.Either, Kind.Either) => Kind.Plain,
        (Kind.Money, Kind.Either) or (Kind.Either, Kind.Money) => throw new LanguageException(Unclear, 1),
        _ => left,
    };

    /// <summary>A figure of bare numbers as its neighbours mean it.</summary>
    private Expression As(Bound figure, Kind wanted)
    {
        if (wanted == Kind.Either && figure.Kind == Kind.Bare) throw new LanguageException(Unclear, 1);
        if (wanted == Kind.Money && figure.Kind == Kind.Bare) return AsMoney(figure.Figure);
        return wanted == Kind.Money && figure.Kind == Kind.Plain ? throw new LanguageException(Mixed, 1) : figure.Figure;
    }

    private Expression AsMoney(Expression bare) => bare switch
    {
        Expression.Literal literal => new Expression.Literal(Measure.Money(literal.Figure.Value * money.InYuan())),
        Expression.Negation negation => new Expression.Negation(AsMoney(negation.Operand)),
        Expression.Binary { Operator: '*' or '/' } product => product with { Left = AsMoney(product.Left) },
        Expression.Binary sum => sum with { Left = AsMoney(sum.Left), Right = AsMoney(sum.Right) },
        Expression.Call { Function: Function.Round } call =>
            call with { Arguments = [AsMoney(call.Arguments[0]), call.Arguments[1]], RoundedIn = money },
        Expression.Call call => call with { Arguments = [.. call.Arguments.Select(AsMoney)] },
        _ => bare,
    };

    private enum Kind
    {
        /// <summary>Zero or nothing: goes with everything.</summary>
        Any,

        /// <summary>Numbers without a unit.</summary>
        Bare,

        /// <summary>A count, a rate, a factor.</summary>
        Plain,

        Money,

        /// <summary>Money in one column, a count in another.</summary>
        Either,
    }

    private readonly record struct Bound(Expression Figure, Kind Kind);
}
