namespace ExcelBudget.Domain.Spelling;

/// <summary>What a YAML parser's messages mean, for someone who does not know YAML.</summary>
public static class YamlMessages
{
    /// <summary>Pieces of the parser's messages and what they mean; the first that fits counts.</summary>
    private static readonly (string Piece, string Meaning)[] Meanings =
    [
        ("quoted scalar", "引号没有配对：这一行或上面几行里有一个引号没有结束，请补上，或去掉开头的引号"),
        ("Duplicate key", "同一级里有两个同名的项目，请删去一个，或改名"),
        ("cannot start any token", "这里有不能用的符号：缩进只能用空格，不能用 Tab；以 @、` 等符号开头的文字要加引号"),
        ("tab", "缩进只能用空格，不能用 Tab"),
        ("did not find expected key", "缩进不齐：这一行应与上面同一级的项目对齐，或上面有括号、引号没有配对"),
        ("did not find expected '-'", "缩进不齐：列表的每一项都应以“- ”开头，并且上下对齐"),
        ("invalid mapping", "冒号用错了：一行只能有一个“名称: 值”，值里面有冒号的要加引号"),
        ("mapping values are not allowed", "冒号用错了：一行只能有一个“名称: 值”，值里面有冒号的要加引号"),
        ("flow sequence", "方括号没有配对，或各项之间缺少逗号，应为 [甲, 乙]"),
        ("flow mapping", "花括号没有配对，或各项之间缺少逗号，应为 { 名称: 值, 名称: 值 }"),
        ("expected ',' or", "括号没有配对，或各项之间缺少逗号"),
        ("simple key", "这里应为“名称: 值”，冒号后面要有一个空格"),
        ("block scalar", "“|”或“>”后面的文字要另起一行，并且缩进"),
        ("anchor", "以 & 或 * 开头的文字要加引号"),
    ];

    /// <summary>What is wrong and what to do, in Chinese.</summary>
    public static string Meaning(string message) =>
        Array.Find(Meanings, known => message.Contains(known.Piece, StringComparison.OrdinalIgnoreCase)).Meaning
            ?? "这里的写法看不懂，请对照旁边写法相同的行";
}
