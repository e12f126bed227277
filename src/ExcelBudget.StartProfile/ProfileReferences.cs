using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ExcelBudget.StartProfile;

/// <summary>What the profile refers to: assemblies and their types, each once.</summary>
internal sealed class ProfileReferences(MetadataBuilder profile)
{
    private readonly SortedDictionary<string, AssemblyReferenceHandle> _assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntityHandle Scope, string Space, string Name), TypeReferenceHandle> _types = [];

    /// <summary>The names of all assemblies referred to.</summary>
    public IEnumerable<string> Assemblies => _assemblies.Keys;

    /// <summary>Refers to a type.</summary>
    public TypeReferenceHandle To(KnownType type) => To(type.Reader, type.Handle, type.Assembly);

    /// <summary>Refers to what a handle of an assembly means.</summary>
    /// <returns>The reference; null for handles that signatures hardly ever hold.</returns>
    public TypeReferenceHandle? To(KnownType inside, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => To(inside.Reader, (TypeDefinitionHandle)handle, inside.Assembly),
        HandleKind.TypeReference => To(inside.Reader, (TypeReferenceHandle)handle),
        _ => null,
    };

    private TypeReferenceHandle To(MetadataReader reader, TypeDefinitionHandle handle, string assembly)
    {
        var type = reader.GetTypeDefinition(handle);
        EntityHandle scope = type.GetDeclaringType().IsNil ? Assembly(assembly) : To(reader, type.GetDeclaringType(), assembly);
        return To(scope, reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private TypeReferenceHandle? To(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        EntityHandle? scope = type.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference =>
                Assembly(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)),
            HandleKind.TypeReference => To(reader, (TypeReferenceHandle)type.ResolutionScope) is { } outer ? (EntityHandle)outer : null,
            _ => null,
        };
        return scope is { } known ? To(known, reader.GetString(type.Namespace), reader.GetString(type.Name)) : null;
    }

    private TypeReferenceHandle To(EntityHandle scope, string space, string name)
    {
        if (_types.TryGetValue((scope, space, name), out var known)) return known;
        return _types[(scope, space, name)] = profile.AddTypeReference(scope, profile.GetOrAddString(space), profile.GetOrAddString(name));
    }

    private AssemblyReferenceHandle Assembly(string name)
    {
        if (_assemblies.TryGetValue(name, out var known)) return known;
        return _assemblies[name] =
            profile.AddAssemblyReference(profile.GetOrAddString(name), new Version(0, 0, 0, 0), default, default, default, default);
    }
}
