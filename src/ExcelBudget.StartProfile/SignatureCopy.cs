using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ExcelBudget.StartProfile;

/// <summary>Signatures of the program's methods, said with the references of the profile (ECMA-335, II.23.2).</summary>
/// <param name="references">The references of the profile.</param>
internal sealed class SignatureCopy(ProfileReferences references)
{
    private const byte IsGeneric = 0x10;

    /// <summary>Copies the signature of a method.</summary>
    /// <param name="signature">The signature; read to its end.</param>
    /// <param name="inside">A type of the assembly whose handles it holds.</param>
    /// <param name="copy">Where to.</param>
    /// <returns>False for kinds of types that are not copied; the copy is then worth nothing.</returns>
    public bool Method(ref BlobReader signature, KnownType inside, BlobBuilder copy)
    {
        var header = signature.ReadByte();
        copy.WriteByte(header);
        if ((header & IsGeneric) != 0) Number(ref signature, copy);
        // the parameters, and before them what is returned
        for (var left = Number(ref signature, copy) + 1; left > 0; left--)
        {
            if (!Type(ref signature, inside, copy)) return false;
        }

        return true;
    }

    /// <summary>Writes a type of a name.</summary>
    public void Write(TypeName type, BlobBuilder copy)
    {
        switch (type)
        {
            case TypeName.Primitive { Code: var code }:
                copy.WriteByte((byte)code);
                break;
            case TypeName.ArrayOf { Element: var element }:
                copy.WriteByte((byte)SignatureTypeCode.SZArray);
                Write(element, copy);
                break;
            case TypeName.Defined { Type: var defined, Arguments: var arguments }:
                if (!arguments.IsEmpty) copy.WriteByte((byte)SignatureTypeCode.GenericTypeInstance);
                copy.WriteByte((byte)(defined.IsValueType ? SignatureTypeKind.ValueType : SignatureTypeKind.Class));
                copy.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(references.To(defined)));
                if (!arguments.IsEmpty) copy.WriteCompressedInteger(arguments.Length);
                foreach (var argument in arguments) Write(argument, copy);
                break;
        }
    }

    private bool Type(ref BlobReader signature, KnownType inside, BlobBuilder copy)
    {
        var code = signature.ReadByte();
        copy.WriteByte(code);
        switch (code)
        {
            case (byte)SignatureTypeKind.ValueType or (byte)SignatureTypeKind.Class:
                return Handle(ref signature, inside, copy);
            case (byte)SignatureTypeCode.GenericTypeParameter or (byte)SignatureTypeCode.GenericMethodParameter:
                Number(ref signature, copy);
                return true;
            case (byte)SignatureTypeCode.Pointer or (byte)SignatureTypeCode.ByReference or (byte)SignatureTypeCode.SZArray:
                return Type(ref signature, inside, copy);
            case (byte)SignatureTypeCode.RequiredModifier or (byte)SignatureTypeCode.OptionalModifier:
                return Handle(ref signature, inside, copy) && Type(ref signature, inside, copy);
            case (byte)SignatureTypeCode.GenericTypeInstance:
                if (!Type(ref signature, inside, copy)) return false;
                for (var left = Number(ref signature, copy); left > 0; left--)
                {
                    if (!Type(ref signature, inside, copy)) return false;
                }

                return true;
            case (byte)SignatureTypeCode.Array or (byte)SignatureTypeCode.FunctionPointer:
                return false;
            default:
                return true;
        }
    }

    private bool Handle(ref BlobReader signature, KnownType inside, BlobBuilder copy)
    {
        if (references.To(inside, signature.ReadTypeHandle()) is not { } known) return false;
        copy.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(known));
        return true;
    }

    private static int Number(ref BlobReader signature, BlobBuilder copy)
    {
        var number = signature.ReadCompressedInteger();
        copy.WriteCompressedInteger(number);
        return number;
    }
}
