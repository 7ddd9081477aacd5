using RemoteType = Dotdigital.Sdk.DataFields.DataFieldType;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Dotdigital's data field types and the engine's.</summary>
internal static class DataFieldTypes
{
    public static DataFieldType ToEngine(this RemoteType type) =>
        type == RemoteType.String ? DataFieldType.String
        : type == RemoteType.Numeric ? DataFieldType.Numeric
        : type == RemoteType.Date ? DataFieldType.Date
        : type == RemoteType.Boolean ? DataFieldType.Boolean
        : DataFieldType.Unknown;

    public static RemoteType ToRemote(this DataFieldType type) => type switch
    {
        DataFieldType.String => RemoteType.String,
        DataFieldType.Numeric => RemoteType.Numeric,
        DataFieldType.Date => RemoteType.Date,
        DataFieldType.Boolean => RemoteType.Boolean,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A data field cannot be created with this type."),
    };
}
