using System.Buffers;

namespace ExcelBudget.Domain.Spelling;

/// <summary>繁体字。The simplified sign for a traditional one: pages that converted their text print 產出指標 for 产出指标.</summary>
public static class TraditionalSigns
{
    private const string Resource = "traditional-signs.txt";
    private const char First = '\u4E00';

    private static readonly char[] Known = Read();

    private static readonly SearchValues<char> All = SearchValues.Create([.. Known.Select((_, at) => (char)(First + at))
        .Where(sign => Known[sign - First] != sign)]);

    /// <summary>The simplified form of a sign; any other sign as it is.</summary>
    public static char Simplified(char sign) => sign - First is >= 0 and var at && at < Known.Length ? Known[at] : sign;

    /// <summary>The text in simplified signs, as many as before; the same instance when it has no other.</summary>
    public static string Simplified(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.AsSpan().ContainsAny(All) ? text : string.Create(text.Length, text, static (signs, source) =>
        {
            for (var at = 0; at < source.Length; at++) signs[at] = Simplified(source[at]);
        });
    }

    private static char[] Read()
    {
        using var stream = typeof(TraditionalSigns).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        using var reader = new StreamReader(stream);
        var known = new char['\u9FFF' - First + 1];
        for (var at = 0; at < known.Length; at++) known[at] = (char)(First + at);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var pair in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) known[pair[0] - First] = pair[1];
        }

        return known;
    }
}
