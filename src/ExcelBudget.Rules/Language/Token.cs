using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Language;

internal enum TokenKind
{
    Word,
    Symbol,
    End,
}

/// <summary>A word (name, code, number) or symbol of an expression with its position from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column);

/// <summary>
/// Cuts an expression into tokens. Full-width punctuation is taken as its half-width twin, as Chinese keyboards produce it.
/// </summary>
internal static class Tokenizer
{
    private const string Symbols = "[](),:+-*/=≤≥≠<>";
    private const string Folded = "[],:+*/=<> ";

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var symbol = HalfWidth(text[at]);
            if (char.IsWhiteSpace(symbol))
            {
                at++;
            }
            else if (symbol is '<' or '>' && at + 1 < text.Length && HalfWidth(text[at + 1]) == '=')
            {
                tokens.Add(new Token(TokenKind.Symbol, symbol == '<' ? "≤" : "≥", at + 1));
                at += 2;
            }
            else if (symbol == '<' && at + 1 < text.Length && HalfWidth(text[at + 1]) == '>')
            {
                tokens.Add(new Token(TokenKind.Symbol, "≠", at + 1));
                at += 2;
            }
            else if (Symbols.Contains(symbol, StringComparison.Ordinal))
            {
                tokens.Add(new Token(TokenKind.Symbol, symbol.ToString(), at + 1));
                at++;
            }
            else
            {
                at = ReadWord(text, at, tokens);
            }
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static int ReadWord(string text, int start, List<Token> tokens)
    {
        if (text[start] is '"' or '“')
        {
            var close = text.IndexOf(text[start] == '"' ? '"' : '”', start + 1);
            if (close < 0) throw new LanguageException("引号没有配对", start + 1);
            // “三公”经费小计 is a name that begins with a quotation, not a quoted name
            if (close + 1 == text.Length || IsEnd(text[close + 1]))
            {
                tokens.Add(new Token(TokenKind.Word, text[(start + 1)..close], start + 1));
                return close + 1;
            }
        }

        var end = start;
        while (end < text.Length && !IsEnd(text[end])) end++;
        tokens.Add(new Token(TokenKind.Word, text[start..end], start + 1));
        return end;
    }

    private static bool IsEnd(char symbol) => char.IsWhiteSpace(symbol) || Symbols.Contains(HalfWidth(symbol), StringComparison.Ordinal);

    private static char HalfWidth(char symbol) => symbol switch
    {
        '【' => '[',
        '】' => ']',
        '×' => '*',
        '÷' => '/',
        _ when TextFolding.IsMinus(symbol) => '-',
        // brackets and dashes stay as typed: 因公出国（境）费 is one name
        _ => TextFolding.Half(symbol) is var half && Folded.Contains(half, StringComparison.Ordinal) ? half : symbol,
    };
}
