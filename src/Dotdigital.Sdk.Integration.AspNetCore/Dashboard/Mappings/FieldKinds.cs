using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>What kind of value a host field has, in a word.</summary>
internal static class FieldKinds
{
    /// <summary>A field for a list to choose from.</summary>
    public static string Describe(ListField field) => $"{field.Label} ({Kind(field.Type)}{(field.IsComputed ? ", computed" : string.Empty)})";

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "yes or no",
        _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) => "date",
        _ when type.IsEnum => "choice",
        _ when type == typeof(decimal) || (type.IsPrimitive && type != typeof(char)) => "number",
        _ => type.Name,
    };
}
