using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace ExcelBudget.StartProfile;

/// <summary>A type in a name that the runtime writes.</summary>
internal abstract record TypeName
{
    /// <summary>A primitive one.</summary>
    public sealed record Primitive(SignatureTypeCode Code) : TypeName;

    /// <summary>A defined one with its arguments.</summary>
    public sealed record Defined(KnownType Type, ImmutableArray<TypeName> Arguments) : TypeName;

    /// <summary>An array.</summary>
    public sealed record ArrayOf(TypeName Element) : TypeName;

    private static readonly Dictionary<string, SignatureTypeCode> Primitives = new(StringComparer.Ordinal)
    {
        ["bool"] = SignatureTypeCode.Boolean,
        ["char"] = SignatureTypeCode.Char,
        ["byte"] = SignatureTypeCode.SByte,
        ["ubyte"] = SignatureTypeCode.Byte,
        ["short"] = SignatureTypeCode.Int16,
        ["ushort"] = SignatureTypeCode.UInt16,
        ["int"] = SignatureTypeCode.Int32,
        ["uint"] = SignatureTypeCode.UInt32,
        ["long"] = SignatureTypeCode.Int64,
        ["ulong"] = SignatureTypeCode.UInt64,
        ["nint"] = SignatureTypeCode.IntPtr,
        ["nuint"] = SignatureTypeCode.UIntPtr,
        ["float"] = SignatureTypeCode.Single,
        ["double"] = SignatureTypeCode.Double,
    };

    /// <summary>Reads the type that begins at a place and moves the place behind it.</summary>
    /// <returns>The type; null when one of its parts is not known.</returns>
    public static TypeName? Read(string text, ref int at, KnownTypes known)
    {
        var from = at;
        while (at < text.Length && text[at] is not ('[' or ']' or ',' or ':')) at++;
        var name = text[from..at];
        TypeName? type = Primitives.TryGetValue(name, out var code) ? new Primitive(code)
            : known.Find(name) is { } found ? new Defined(found, []) : null;
        while (at + 1 < text.Length && text[at] == '[')
        {
            if (text[at + 1] == ']')
            {
                at += 2;
                type = type is null ? null : new ArrayOf(type);
                continue;
            }

            at++;
            var arguments = List(text, ref at, known);
            type = type is Defined defined && arguments is { } all ? defined with { Arguments = all } : null;
        }

        return type;
    }

    /// <summary>Reads types up to the closing bracket and moves the place behind it.</summary>
    /// <returns>The types; null when one is not known.</returns>
    public static ImmutableArray<TypeName>? List(string text, ref int at, KnownTypes known)
    {
        var types = ImmutableArray.CreateBuilder<TypeName>();
        var areKnown = true;
        while (true)
        {
            if (Read(text, ref at, known) is { } type) types.Add(type);
            else areKnown = false;
            if (at++ >= text.Length || text[at - 1] != ',') return areKnown ? types.ToImmutable() : null;
        }
    }
}
