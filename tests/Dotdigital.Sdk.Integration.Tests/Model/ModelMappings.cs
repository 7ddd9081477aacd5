using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>The mappings of a history.</summary>
internal static class ModelMappings
{
    private static readonly MappingRow FirstName = new() { DataField = "FIRSTNAME", Fields = ["FirstName"] };
    private static readonly MappingRow Town = new() { DataField = "TOWN", Fields = ["Town"] };
    private static readonly MappingRow Points = new() { DataField = "POINTS", Fields = ["Points"] };
    private static readonly MappingRow Vip = new() { DataField = "VIP", Fields = ["IsVip"] };

    /// <summary>The host's fields.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["FirstName", "Town", "Points", "IsVip", "Alt"];

    /// <summary>The data fields that marketers edit.</summary>
    public static IReadOnlyList<string> DataFields { get; } = ["FIRSTNAME", "TOWN", "POINTS", "VIP", "FULLNAME"];

    /// <summary>What can be stored at run time.</summary>
    public static IReadOnlyList<IReadOnlyList<MappingRow>> Stored { get; } =
    [
        [FirstName, Town, Points, Vip],
        [FirstName with { IsTwoWay = true }, Town with { IsTwoWay = true }, Points, Vip],
        [FirstName, Town with { Restores = true }, Points with { Restores = true }],
        [FirstName, Town with { WhenBlank = BlankAction.IsNotSent }, Points, new MappingRow { DataField = "FULLNAME", Fields = ["FirstName", "Town"] }],
        [FirstName with { IsTwoWay = true }, Town with { IsTwoWay = true }, Points with { IsTwoWay = true }, Vip with { IsTwoWay = true }],
        [FirstName, Town with { Fields = ["Alt"] }],
    ];

    /// <summary>What a list declares in code: the second one has another town, and owns it.</summary>
    public static IReadOnlyList<MappingRow> OfList(int list) => list == 1 ? [FirstName, Town with { Fields = ["Alt"] }, Points] : [FirstName, Town, Points, Vip];
}
