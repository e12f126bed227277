using System.Xml.Linq;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Tests.Spellings;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>Figures in sentences mean what they mean everywhere.</summary>
public sealed class SentenceSpellingTests
{
    private static readonly NoteLanguage Language = new(Hebei.Book, Hebei.Book.Pack.NoteCheck);

    [Fact]
    public void EverySpelling_MeansInASentenceWhatTheTableSays()
    {
        foreach (var spelling in TypedFigure.At('N').Where(spelling => spelling.Value is not null))
        {
            var read = Read($"共计{spelling.Text}，其余照旧。");

            (read.Number * Scale(read.Unit), Unit(read.Unit)).ShouldBe((spelling.Value!.Value, spelling.Unit), spelling.Text);
        }
    }

    [Theory]
    [InlineData("三公经费照旧。")]
    [InlineData("一般公共预算照旧。")]
    [InlineData("千元以下的照旧。")]
    public void WordsThatBeginWithANumeral_AreNoFigure(string sentence) =>
        Tokens(sentence).ShouldNotContain(token => token.Kind == SaidKind.Number);

    private static SaidQuantity Read(string sentence) => Tokens(sentence).First(token => token.Kind == SaidKind.Number).Quantity!.Value;

    private static List<NoteToken> Tokens(string sentence)
    {
        var paragraph = new NoteParagraph { Element = new XElement("p"), Text = sentence, Pieces = [], Controls = [] };
        var names = new OwnNames(Hebei.Book.Pack, HebeiNote.Clean);
        return [.. PlainSentence.Of(paragraph)
            .SelectMany(plain => SentenceTokens.Of(plain.Text, Language.Of(2024), Language, names))];
    }

    private static decimal Scale(string unit) => unit switch { "亿元" => 100_000_000m, "万元" => 10_000m, "千元" => 1_000m, _ => 1m };

    private static string Unit(string unit) => unit switch
    {
        "亿元" or "万元" or "千元" => "元",
        "个百分点" or "百分点" => "百分点",
        _ => unit,
    };
}
