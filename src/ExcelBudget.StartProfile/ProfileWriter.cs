using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ExcelBudget.StartProfile;

/// <summary>
/// A profile as crossgen reads it (.mibc): an assembly whose method «Assemblies_…» names, one after the other, the methods worth
/// compiling, and whose method «AssemblyDictionary» says which assemblies must be there for it.
/// </summary>
internal sealed class ProfileWriter
{
    private const MethodAttributes Global = MethodAttributes.Public | MethodAttributes.Static;

    private readonly KnownTypes _known;
    private readonly MetadataBuilder _profile = new();
    private readonly ProfileReferences _references;
    private readonly SignatureCopy _signatures;
    private readonly List<EntityHandle> _methods = [];

    /// <param name="known">The types of the program.</param>
    public ProfileWriter(KnownTypes known)
    {
        _known = known;
        _references = new ProfileReferences(_profile);
        _signatures = new SignatureCopy(_references);
    }

    /// <summary>
    /// Adds a method as the runtime names it, with all that share its name: which of them was meant is not worth finding out.
    /// </summary>
    /// <returns>False when it is not known.</returns>
    public bool Add(string method)
    {
        var at = 0;
        if (TypeName.Read(method, ref at, _known) is not TypeName.Defined type || at >= method.Length || method[at] != ':') return false;
        var paren = method.IndexOf('(', at);
        if (paren < 0) return false;
        var name = method[(at + 1)..paren];
        var arguments = ImmutableArray<TypeName>.Empty;
        if (name.EndsWith(']'))
        {
            var open = Opening(name);
            var inside = open + 1;
            if (open < 0 || TypeName.List(name, ref inside, _known) is not { } all) return false;
            (name, arguments) = (name[..open], all);
        }

        var before = _methods.Count;
        foreach (var known in type.Arguments.IsEmpty ? _known.Named(method[..at]) : [type.Type])
        {
            var reader = known.Reader;
            foreach (var one in reader.GetTypeDefinition(known.Handle).GetMethods().Select(reader.GetMethodDefinition))
            {
                if (reader.StringComparer.Equals(one.Name, name) && one.RelativeVirtualAddress != 0
                    && one.GetGenericParameters().Count == arguments.Length) Add(type with { Type = known }, one, name, arguments);
            }
        }

        return _methods.Count > before;
    }

    private void Add(TypeName.Defined type, MethodDefinition method, string name, ImmutableArray<TypeName> arguments)
    {
        var signature = new BlobBuilder();
        var original = type.Type.Reader.GetBlobReader(method.Signature);
        if (!_signatures.Method(ref original, type.Type, signature)) return;
        EntityHandle parent = _references.To(type.Type);
        if (!type.Arguments.IsEmpty)
        {
            var instance = new BlobBuilder();
            _signatures.Write(type, instance);
            parent = _profile.AddTypeSpecification(_profile.GetOrAddBlob(instance));
        }

        EntityHandle member = _profile.AddMemberReference(parent, _profile.GetOrAddString(name), _profile.GetOrAddBlob(signature));
        if (!arguments.IsEmpty)
        {
            var instance = new BlobBuilder();
            instance.WriteByte((byte)SignatureKind.MethodSpecification);
            instance.WriteCompressedInteger(arguments.Length);
            foreach (var argument in arguments) _signatures.Write(argument, instance);
            member = _profile.AddMethodSpecification(member, _profile.GetOrAddBlob(instance));
        }

        _methods.Add(member);
    }

    /// <summary>Writes the profile.</summary>
    public void Save(string file)
    {
        var name = _profile.GetOrAddString("start");
        _profile.AddModule(0, name, _profile.GetOrAddGuid(new Guid("8f1f6a3e-52c7-4f0b-9a64-0c1b7a0d2e55")), default, default);
        _profile.AddAssembly(name, new Version(1, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.None);
        _profile.AddTypeDefinition(
            default, default, _profile.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1));
        var code = new BlobBuilder();
        var bodies = new MethodBodyStreamEncoder(code);
        var group = Method("Assemblies_start;1", bodies, body =>
        {
            foreach (var method in _methods) Named(body, method);
        });
        Method("AssemblyDictionary", bodies, body =>
        {
            body.LoadString(_profile.GetOrAddUserString(string.Concat(_references.Assemblies.Select(assembly => assembly + ";"))));
            Named(body, group);
        });
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll | Characteristics.ExecutableImage),
            new MetadataRootBuilder(_profile), code, deterministicIdProvider: _ => new BlobContentId(Guid.Empty, 1)).Serialize(image);
        using var stream = File.Create(file);
        image.WriteContentTo(stream);
    }

    private static void Named(InstructionEncoder body, EntityHandle method)
    {
        body.OpCode(ILOpCode.Ldtoken);
        body.Token(method);
        body.OpCode(ILOpCode.Pop);
    }

    private MethodDefinitionHandle Method(string name, MethodBodyStreamEncoder bodies, Action<InstructionEncoder> write)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, returned => returned.Void(), _ => { });
        var body = new InstructionEncoder(new BlobBuilder());
        write(body);
        body.OpCode(ILOpCode.Ret);
        return _profile.AddMethodDefinition(
            Global, default, _profile.GetOrAddString(name), _profile.GetOrAddBlob(signature), bodies.AddMethodBody(body), default);
    }

    /// <summary>Where the bracket opens that a name ends with closing; -1 when none does.</summary>
    private static int Opening(string name)
    {
        var depth = 0;
        for (var at = name.Length - 1; at >= 0; at--)
        {
            if (name[at] == ']') depth++;
            if (name[at] == '[' && --depth == 0) return at;
        }

        return -1;
    }
}
