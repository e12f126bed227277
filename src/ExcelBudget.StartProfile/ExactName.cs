using System.Reflection;

namespace ExcelBudget.StartProfile;

/// <summary>The name of a method of the running program, as <see cref="TypeName"/> reads it, with the types it was compiled for.</summary>
internal static class ExactName
{
    private static readonly FieldInfo? Value =
        typeof(RuntimeMethodHandle).GetField("m_value", BindingFlags.Instance | BindingFlags.NonPublic);

    // the public way refuses methods of generic types unless it is told the type
    private static readonly MethodInfo? Find = Value is null ? null : typeof(object).GetType().GetMethod(
        "GetMethodBase", BindingFlags.Static | BindingFlags.NonPublic, [Value.FieldType]);

    private static readonly Dictionary<Type, string> Primitives = new()
    {
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "byte",
        [typeof(byte)] = "ubyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
    };

    /// <summary>The name of the method at a handle; null for one that has no type, or that reflection does not know.</summary>
    public static string? Of(ulong handle)
    {
        try
        {
            var found = Find?.Invoke(null, [Value!.GetValue(RuntimeMethodHandle.FromIntPtr((nint)handle))]) as MethodBase;
            if (found?.DeclaringType is not { } type) return null;
            var own = found.IsGenericMethod ? Arguments(found.GetGenericArguments()) : "";
            return $"{Name(type)}:{found.Name}{own}()";
        }
        catch (Exception unknown) when (unknown is TargetInvocationException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static string Name(Type type)
    {
        if (Primitives.TryGetValue(type, out var primitive)) return primitive;
        if (type.IsSZArray) return Name(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.FullName ?? type.Name;
        return type.GetGenericTypeDefinition().FullName + Arguments(type.GetGenericArguments());
    }

    private static string Arguments(Type[] types) => $"[{string.Join(',', types.Select(Name))}]";
}
