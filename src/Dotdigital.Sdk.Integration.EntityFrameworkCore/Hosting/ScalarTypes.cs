namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>The types of values that can be mapped (ListItem.Values) and of keys.</summary>
internal static class ScalarTypes
{
    private static readonly HashSet<Type> Mappable =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(Guid),
    ];

    private static readonly HashSet<Type> Keys = [typeof(int), typeof(long), typeof(Guid), typeof(string)];

    /// <summary>The type without nullability.</summary>
    public static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Whether values of the type can be sent.</summary>
    public static bool IsMappable(Type type) => Plain(type).IsEnum || Mappable.Contains(Plain(type));

    /// <summary>Whether the type can be an item's key.</summary>
    public static bool IsKey(Type type) => Keys.Contains(type);

    /// <summary>A type of the platform: its properties (a text's length, a date's year, a collection's count) are computed, not fields of the host.</summary>
    public static bool IsPlatform(Type type) => type.IsPrimitive || type.IsEnum
        || type.Namespace is "System" || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) is true;
}
