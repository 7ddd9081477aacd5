using Dotdigital.Sdk;
using Dotdigital.Sdk.DataFields;

namespace Quickstart.Story;

/// <summary>The data fields of the mapping that no Dotdigital account has of itself.</summary>
internal static class MappedDataFields
{
    private static readonly (string Name, DataFieldType Type)[] Custom =
    [
        ("TOWN", DataFieldType.String),
        ("BIRTHDAY", DataFieldType.Date),
        ("LOYALTY_POINTS", DataFieldType.Numeric),
        ("BALANCE", DataFieldType.Numeric),
        ("VIP", DataFieldType.Boolean),
        ("SHOP_NOTES", DataFieldType.String),
        ("LAST_ORDER", DataFieldType.Date),
    ];

    /// <summary>Those that the account lacks.</summary>
    public static async Task<IReadOnlyList<DataField>> FindMissingAsync(IDotdigitalClient client, CancellationToken cancellationToken)
    {
        var present = (await client.DataFields.GetAllAsync(cancellationToken)).Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from field in Custom
               where !present.Contains(field.Name)
               select new DataField { Name = field.Name, Type = field.Type, Visibility = DataFieldVisibility.Private },
        ];
    }

    /// <summary>Creates those that the account lacks.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> CreateMissingAsync(IDotdigitalClient client, CancellationToken cancellationToken)
    {
        var missing = await FindMissingAsync(client, cancellationToken);
        foreach (var field in missing)
        {
            await client.DataFields.CreateAsync(field, cancellationToken);
        }

        return missing.Count;
    }
}
