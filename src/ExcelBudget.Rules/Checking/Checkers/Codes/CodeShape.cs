using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>Whether something typed can be a code of a list at all.</summary>
internal static class CodeShape
{
    /// <summary>True for digits of a length that one of the list's levels has.</summary>
    public static bool CanBeCode(CodeList codes, string code) =>
        code.Length > 0 && code.All(char.IsAsciiDigit) && codes.LevelOf(code) >= 0;

    /// <summary>«3、5、7 位数字».</summary>
    public static string Describe(CodeList codes) => string.Join('、', codes.LevelLengths) + " 位数字";
}
