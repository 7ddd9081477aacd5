using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>
/// What can be mapped of an entity, as its model says: its own properties, those of its complex and owned parts, and those reached through one-to-one and
/// many-to-one relations, up to three relations away and never through the same entity twice.
/// </summary>
internal static partial class EntityFieldCatalogue
{
    private const int MaxRelations = 3;
    private const int MaxFields = 2_000;

    /// <summary>The fields, nearest first.</summary>
    public static IReadOnlyList<ListField> Of(IEntityType root)
    {
        var fields = new List<ListField>();
        var waiting = new Queue<(ITypeBase Type, List<PropertyInfo> Path, List<IEntityType> Passed)>();
        waiting.Enqueue((root, [], [root]));
        while (fields.Count < MaxFields && waiting.TryDequeue(out var place))
        {
            fields.AddRange(place.Type.GetProperties()
                .Where(static property => property.PropertyInfo is not null && ScalarTypes.IsMappable(property.ClrType))
                .OrderBy(static property => property.Name, StringComparer.Ordinal)
                .Select(property => Describe(root, property, new FieldPath([.. place.Path, property.PropertyInfo!]))));
            foreach (var complex in place.Type.GetComplexProperties().Where(static complex => complex is { IsCollection: false, PropertyInfo: not null }))
            {
                waiting.Enqueue((complex.ComplexType, [.. place.Path, complex.PropertyInfo!], place.Passed));
            }

            foreach (var navigation in NavigationsOf(place.Type).Where(navigation => place.Passed.Count <= MaxRelations && !place.Passed.Contains(navigation.TargetEntityType)))
            {
                waiting.Enqueue((navigation.TargetEntityType, [.. place.Path, navigation.PropertyInfo!], [.. place.Passed, navigation.TargetEntityType]));
            }
        }

        return fields;
    }

    private static IEnumerable<INavigation> NavigationsOf(ITypeBase type) => type is IEntityType entity
        ? entity.GetNavigations().Where(static navigation => navigation is { IsCollection: false, PropertyInfo: not null }).OrderBy(static navigation => navigation.Name, StringComparer.Ordinal)
        : [];

    private static ListField Describe(IEntityType root, IProperty property, FieldPath path) => new(path.Name, ScalarTypes.Plain(property.ClrType))
    {
        Label = string.Join(" / ", path.Properties.Select(LabelOf)),
        IsWritable = path is { IsOwn: true, IsWritable: true } && IsWritable(property),
        TrackedFields = path.TrackedFieldsFrom(root.ClrType),
    };

    /// <summary>Not what identifies the record, links it, or is made by the database.</summary>
    private static bool IsWritable(IProperty property) => !property.IsKey() && !property.IsForeignKey() && !property.IsConcurrencyToken
        && property.GetAfterSaveBehavior() == PropertySaveBehavior.Save && property.ValueGenerated is ValueGenerated.Never or ValueGenerated.OnAdd;

    private static string LabelOf(PropertyInfo property) =>
        property.GetCustomAttribute<DisplayAttribute>()?.GetName()
        ?? property.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName
        ?? WordBreaks().Replace(property.Name, static match => match.Value is "_" ? " " : " " + match.Value.ToLowerInvariant());

    /// <summary>An underscore, or a capital that begins a word.</summary>
    [GeneratedRegex("_|(?<=[a-z0-9])[A-Z](?![A-Z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordBreaks();
}
