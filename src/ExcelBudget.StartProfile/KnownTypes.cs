using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ExcelBudget.StartProfile;

/// <summary>A type as its assembly defines it.</summary>
/// <param name="Reader">The assembly's metadata.</param>
/// <param name="Handle">The type in it.</param>
/// <param name="Assembly">The assembly's name.</param>
internal sealed record KnownType(MetadataReader Reader, TypeDefinitionHandle Handle, string Assembly)
{
    /// <summary>True for structs and enumerations.</summary>
    public bool IsValueType
    {
        get
        {
            var type = Reader.GetTypeDefinition(Handle);
            if (type.BaseType.IsNil) return false;
            var parent = type.BaseType.Kind switch
            {
                HandleKind.TypeReference => Reader.GetString(Reader.GetTypeReference((TypeReferenceHandle)type.BaseType).Name),
                HandleKind.TypeDefinition => Reader.GetString(Reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType).Name),
                _ => "",
            };
            return parent is "Enum" || (parent is "ValueType" && !Reader.StringComparer.Equals(type.Name, "Enum"));
        }
    }
}

/// <summary>The types of the program and of the framework by the names that the runtime calls them.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<string, List<KnownType>> _types = new(StringComparer.Ordinal);

    /// <param name="assemblies">Files; those that hold no types are passed over.</param>
    public KnownTypes(IEnumerable<string> assemblies)
    {
        foreach (var file in assemblies)
        {
            // read for as long as the tool runs
            var image = new PEReader(File.OpenRead(file));
            if (!image.HasMetadata || image.GetMetadataReader() is not { IsAssembly: true } reader) continue;
            var name = reader.GetString(reader.GetAssemblyDefinition().Name);
            foreach (var type in reader.TypeDefinitions)
            {
                if (!_types.TryGetValue(NameOf(reader, type), out var alike)) alike = _types[NameOf(reader, type)] = [];
                if (alike.TrueForAll(known => known.Assembly != name)) alike.Add(new(reader, type, name));
            }
        }
    }

    /// <summary>The type of a name such as «System.Linq.Enumerable+Iterator`1»; null when nobody defines it.</summary>
    public KnownType? Find(string name) => Named(name) is [var first, ..] ? first : null;

    /// <summary>All types of a name: what the compiler adds is called the same in every assembly.</summary>
    public IReadOnlyList<KnownType> Named(string name) => _types.GetValueOrDefault(name) ?? [];

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil) return $"{NameOf(reader, type.GetDeclaringType())}+{name}";
        var space = reader.GetString(type.Namespace);
        return space.Length == 0 ? name : $"{space}.{name}";
    }
}
