using System.Globalization;

namespace ExcelBudget.Domain.Spelling;

/// <summary>One pass over a figure in half-width signs: sign, currency, number, 万 and 亿, unit.</summary>
internal ref struct FigureScan(ReadOnlySpan<char> text, int at, bool isWhole)
{
    // more digits than any figure has; the rest is read past and reported
    private const int MostDigits = 28;
    private const int ExactDigits = 15;

    private static readonly string[] Currencies = ["人民币", "RMB", "CNY", "¥", "$¥"];
    private static readonly string[] Yuan = ["元整", "元正", "圆整", "圆正", "块钱", "元", "圆"];
    private static readonly (string Words, decimal Scale)[] Scales =
    [
        ("万亿", 1_000_000_000_000m), ("千亿", 100_000_000_000m), ("百亿", 10_000_000_000m), ("十亿", 1_000_000_000m), ("亿", 100_000_000m),
        ("千万", 10_000_000m), ("百万", 1_000_000m), ("十万", 100_000m), ("万", 10_000m), ("萬", 10_000m), ("千", 1_000m), ("百", 100m),
    ];

    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isWhole = isWhole;
    private Untidiness _untidy;
    private FigureUnit _fraction;

    /// <summary>Where the pass stands.</summary>
    public int At { get; private set; } = at;

    /// <summary>The place behind the number, before its unit.</summary>
    public int NumberEnd { get; private set; } = at;

    /// <summary>Reads the figure that begins here.</summary>
    public FigureReading Figure()
    {
        var negative = Sign();
        if (Currency()) negative |= Sign();
        var bracketed = _isWhole && Take("(");
        if (bracketed)
        {
            _untidy |= Untidiness.Brackets;
            Currency();
        }

        if (Magnitude(out var decimals, out var problem) is not { } number) return FigureReading.Wrong(problem);
        NumberEnd = At;
        var (scale, unit) = Unit(ref number, ref decimals);
        if (bracketed && !Closed(ref scale, ref unit, ref number, ref decimals)) return FigureReading.Wrong(FigureProblem.NotAFigure);
        // 三公, 一般: in a sentence a numeral without a unit is part of a word
        var isWord = !_isWhole && _untidy.HasFlag(Untidiness.Numerals) && unit == FigureUnit.None;
        if (isWord) return FigureReading.Wrong(FigureProblem.NotAFigure);
        if (number >= FigureReader.Largest / scale) return FigureReading.Wrong(FigureProblem.TooLarge);
        return FigureReading.Of(negative != bracketed ? -number : number, scale, unit, decimals, _untidy);
    }

    /// <summary>The closing bracket, with the unit inside or behind it.</summary>
    private bool Closed(ref decimal scale, ref FigureUnit unit, ref decimal number, ref int decimals)
    {
        Blanks();
        if (!Take(")")) return false;
        if (unit == FigureUnit.None && scale == 1m) (scale, unit) = Unit(ref number, ref decimals);
        return true;
    }

    private bool Sign()
    {
        Blanks();
        if (Take("+")) _untidy |= Untidiness.Sign;
        else if (_isWhole && Take("负"))
        {
            _untidy |= Untidiness.Sign;
            return true;
        }
        else if (Take("-"))
        {
            Blanks();
            return true;
        }

        return false;
    }

    private bool Currency()
    {
        Blanks();
        foreach (var sign in Currencies)
        {
            if (!Take(sign)) continue;
            _untidy |= Untidiness.Currency;
            Take(":");
            Blanks();
            return true;
        }

        return false;
    }

    private decimal? Magnitude(out int decimals, out FigureProblem problem)
    {
        (decimals, problem) = (0, FigureProblem.NotAFigure);
        if (ChineseNumerals.FractionLength(_text, At) is > 0 and var length)
        {
            _fraction = _text[At] == '百' ? FigureUnit.Percent : _text[At] == '千' ? FigureUnit.PerMille : FigureUnit.None;
            if (_fraction == FigureUnit.None) return null;
            _untidy |= Untidiness.Numerals;
            At += length;
        }

        var isDigits = At < _text.Length && (char.IsAsciiDigit(_text[At]) || (_isWhole && _text[At] == '.'));
        return isDigits ? Digits(out decimals, out problem) : Numeral(out decimals);
    }

    private decimal? Numeral(out int decimals)
    {
        decimals = 0;
        var end = ChineseNumerals.End(_text, At);
        // 千元以下 and 三元区 are words
        var isWord = !_isWhole && _fraction == FigureUnit.None && (end - At < 2 || _text[At] is '百' or '千' or '万' or '亿');
        if (end == At || isWord || ChineseNumerals.Value(_text[At..end]) is not { } value) return null;
        decimals = decimal.IsInteger(value) ? 0 : value.Scale;
        _untidy |= Untidiness.Numerals;
        At = end;
        return value;
    }

    private decimal? Digits(out int decimals, out FigureProblem problem)
    {
        (decimals, problem) = (0, FigureProblem.NotAFigure);
        Span<char> number = stackalloc char[_text.Length + 2];
        var length = 0;
        if (!Thousands(number, ref length, out problem)) return null;
        var whole = length;
        if (whole == 0) number[length++] = '0';
        if (Peek('.') && (_isWhole || FigureReader.DigitCount(_text, At + 1) > 0))
        {
            At++;
            var count = FigureReader.DigitCount(_text, At);
            if (count == 0 && whole == 0) return null;
            if (count == 0) _untidy |= Untidiness.Point;
            else number[length++] = '.';
            _text.Slice(At, count).CopyTo(number[length..]);
            (At, length, decimals) = (At + count, length + count, count);
        }

        var exponent = 0;
        if (_isWhole && At < _text.Length && _text[At] is 'E' or 'e' && !Exponent(decimals, out exponent, out problem)) return null;
        if (whole > MostDigits)
        {
            problem = FigureProblem.TooLarge;
            return null;
        }

        if (!decimal.TryParse(number[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return Shifted(WithoutNoise(value, ref decimals), exponent, ref decimals);
    }

    /// <summary>The digits before the point. False when a separator stands where no thousands end.</summary>
    private bool Thousands(scoped Span<char> number, ref int length, out FigureProblem problem)
    {
        problem = FigureProblem.NotAFigure;
        var count = FigureReader.DigitCount(_text, At);
        if (count == 0 && Peek('.')) _untidy |= Untidiness.Point;
        _text.Slice(At, count).CopyTo(number);
        (At, length) = (At + count, count);
        while (At < _text.Length && (_text[At] == ',' || (_isWhole && _text[At] == ' ' && FigureReader.DigitCount(_text, At + 1) > 0)))
        {
            var isGroup = count <= 3 && FigureReader.DigitCount(_text, At + 1) == 3;
            if (!isGroup && !_isWhole) return true;
            problem = FigureProblem.Grouping;
            if (!isGroup) return false;
            _text.Slice(At + 1, 3).CopyTo(number[length..]);
            _untidy |= Untidiness.Separators;
            (At, length) = (At + 4, length + 3);
        }

        return true;
    }

    /// <summary>An exponent that leaves every digit of the whole number written: 2.070104E6, not 1.23E+11.</summary>
    private bool Exponent(int decimals, out int exponent, out FigureProblem problem)
    {
        (exponent, problem) = (0, FigureProblem.NotAFigure);
        var start = At + 1;
        var sign = start < _text.Length && _text[start] is '+' or '-' ? _text[start++] : '+';
        var count = FigureReader.DigitCount(_text, start);
        if (count is 0 or > 9) return false;
        exponent = int.Parse(_text.Slice(start, count), NumberStyles.None, CultureInfo.InvariantCulture) * (sign == '-' ? -1 : 1);
        problem = exponent > decimals || exponent < -20 ? FigureProblem.DigitsLost : FigureProblem.None;
        if (problem != FigureProblem.None) return false;
        _untidy |= Untidiness.Scientific;
        At = start + count;
        return true;
    }

    private static decimal Shifted(decimal value, int exponent, ref int decimals)
    {
        decimals = Math.Clamp(decimals - exponent, 0, MostDigits);
        for (; exponent > 0; exponent--) value *= 10m;
        for (; exponent < 0; exponent++) value /= 10m;
        return value;
    }

    /// <summary>31802.000000000004 is 31802: programs write 17 digits where the last are an accident of binary arithmetic.</summary>
    private decimal WithoutNoise(decimal value, ref int decimals)
    {
        if (decimals < 7 || value == 0m) return value;
        var whole = Math.Max(1, decimal.Truncate(value).ToString(CultureInfo.InvariantCulture).Length);
        if (whole + decimals <= ExactDigits) return value;
        var kept = decimal.Round(value, Math.Max(0, ExactDigits - whole), MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
        if (decimals - kept.Scale < 4) return value;
        _untidy |= Untidiness.BinaryNoise;
        decimals = kept.Scale;
        return kept;
    }

    /// <summary>万, 亿, 元, %, and what follows 元: 角 and 分; 1亿2000万 is one figure.</summary>
    private (decimal Scale, FigureUnit Unit) Unit(ref decimal number, ref int decimals)
    {
        if (_fraction != FigureUnit.None) return (1m, _fraction);
        var start = At;
        Blanks();
        var scale = _text[At..].StartsWith("百分点", StringComparison.Ordinal) ? 1m : Scale();
        if (scale > 1m) Compound(ref number, ref decimals, ref scale);
        var unit = Named();
        if (unit == FigureUnit.Yuan && _isWhole) Coins(ref number, ref decimals, ref scale);
        if (unit == FigureUnit.None && scale == 1m) At = start;
        else _untidy |= Untidiness.UnitWords;
        return (scale, unit);
    }

    private decimal Scale()
    {
        foreach (var (words, scale) in Scales)
        {
            if (Take(words)) return scale;
        }

        return 1m;
    }

    private void Compound(ref decimal number, ref int decimals, ref decimal scale)
    {
        while (scale > 1m && At < _text.Length && char.IsAsciiDigit(_text[At]))
        {
            var start = At;
            var end = FigureReader.DigitsEnd(_text, At);
            if (!decimal.TryParse(_text[At..end], NumberStyles.Number, CultureInfo.InvariantCulture, out var part)) return;
            At = end;
            var smaller = Scale();
            if (part * smaller >= scale)
            {
                At = start;
                return;
            }

            // counted in the smaller unit from here on: 1亿2000万 is 12,000 万
            (number, scale) = ((number * (scale / smaller)) + part, smaller);
            decimals = number.Scale;
        }
    }

    private FigureUnit Named()
    {
        Blanks();
        if (Take("%")) return FigureUnit.Percent;
        if (Take("‰")) return FigureUnit.PerMille;
        if (Take("个百分点") || Take("百分点")) return FigureUnit.PercentagePoint;
        foreach (var words in Yuan)
        {
            // 元/人 is a price for one, not an amount
            if (Take(words)) return Peek('/') ? Back(words.Length) : FigureUnit.Yuan;
        }

        return FigureUnit.None;
    }

    private FigureUnit Back(int length)
    {
        At -= length;
        return FigureUnit.None;
    }

    /// <summary>5角3分 behind 元.</summary>
    private void Coins(ref decimal number, ref int decimals, ref decimal scale)
    {
        foreach (var (coin, value) in (ReadOnlySpan<(string, decimal)>)[("角", 0.1m), ("分", 0.01m)])
        {
            var start = At;
            Take("零");
            if (At + 1 >= _text.Length || !_text[(At + 1)..].StartsWith(coin, StringComparison.Ordinal)) At = start;
            else
            {
                var digit = char.IsAsciiDigit(_text[At]) ? _text[At] - '0' : ChineseNumerals.Digit(_text[At]);
                if (digit < 0) return;
                (number, scale) = ((number * scale) + (digit * value), 1m);
                At += 2;
            }
        }

        decimals = Math.Max(decimals, number.Scale);
        Take("整");
    }

    private void Blanks()
    {
        while (_isWhole && At < _text.Length && _text[At] == ' ') At++;
    }

    private readonly bool Peek(char sign) => At < _text.Length && _text[At] == sign;

    private bool Take(string words)
    {
        if (!_text[At..].StartsWith(words, StringComparison.Ordinal)) return false;
        At += words.Length;
        return true;
    }
}
