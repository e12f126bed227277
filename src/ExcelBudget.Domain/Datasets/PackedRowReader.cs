namespace ExcelBudget.Domain.Datasets;

/// <summary>How a value of a packed row is kept; numbers from <see cref="Word"/> on are words of the table.</summary>
internal enum Kept
{
    Blank,

    /// <summary>A text, in UTF-8.</summary>
    Text,

    /// <summary>A text, character by character.</summary>
    Characters,

    /// <summary>The code of the unit whose row it is.</summary>
    Unit,
    Figure,

    /// <summary>A figure that is not negative, as scale and digits.</summary>
    SmallFigure,
    Year,
    Day,
    Word,
}

/// <summary>Makes rows of a table from what <see cref="PackedRowWriter"/> wrote.</summary>
/// <param name="file">File that the rows come from.</param>
/// <param name="shape">The table's columns.</param>
/// <param name="words">The table's words.</param>
internal sealed class PackedRowReader(string file, RowShape shape, IReadOnlyList<FieldValue> words)
{
    /// <summary>The rows.</summary>
    /// <param name="bytes">As they were written.</param>
    /// <param name="unit">Whose they are.</param>
    public IReadOnlyList<DatasetRow> Read(byte[] bytes, string unit)
    {
        var owner = FieldValue.Of(unit);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var rows = new List<DatasetRow>();
        while (reader.BaseStream.Position < bytes.Length)
        {
            var line = reader.Read7BitEncodedInt();
            var values = new FieldValue[shape.Fields.Count];
            for (var index = 0; index < values.Length; index++) values[index] = Value(reader, owner);
            rows.Add(new DatasetRow(file, line, shape, values));
        }

        return rows;
    }

    private FieldValue Value(BinaryReader reader, FieldValue owner)
    {
        var kind = reader.Read7BitEncodedInt();
        return (Kept)kind switch
        {
            Kept.Blank => default,
            Kept.Text => FieldValue.Of(reader.ReadString()),
            Kept.Characters => FieldValue.Of(Characters(reader)),
            Kept.Unit => owner,
            Kept.Figure => FieldValue.Of(reader.ReadDecimal()),
            Kept.SmallFigure => FieldValue.Of(Small(reader)),
            Kept.Year => FieldValue.OfYear(reader.Read7BitEncodedInt()),
            Kept.Day => FieldValue.Of(DateOnly.FromDayNumber(reader.Read7BitEncodedInt())),
            _ => words[kind - (int)Kept.Word],
        };
    }

    private static decimal Small(BinaryReader reader)
    {
        var scale = (byte)reader.Read7BitEncodedInt();
        return new decimal(reader.Read7BitEncodedInt(), 0, 0, isNegative: false, scale);
    }

    private static string Characters(BinaryReader reader)
    {
        var characters = new char[reader.Read7BitEncodedInt()];
        for (var index = 0; index < characters.Length; index++) characters[index] = (char)reader.ReadUInt16();
        return new string(characters);
    }
}
