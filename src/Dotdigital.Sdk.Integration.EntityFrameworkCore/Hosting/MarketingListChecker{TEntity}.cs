using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using System.Reflection;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Turns a draft into a definition and the engine's list, or tells all mistakes at once.</summary>
internal sealed class MarketingListChecker<TEntity>(string name, MarketingListDraft<TEntity> draft)
    where TEntity : class
{
    private const int MaxNameLength = 100;

    private readonly List<string> _mistakes = [];
    private readonly Dictionary<string, ListField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LambdaExpression> _expressions = new(StringComparer.Ordinal);
    private readonly List<MappingRow> _rows = [];
    private readonly HashSet<TrackedField> _tracked = [];

    /// <exception cref="MarketingListDefinitionException">The draft has mistakes.</exception>
    public (MarketingListDefinition<TEntity> Definition, MarketingList List) Check(IReadOnlyCollection<MarketingList> others, IReadOnlyCollection<ItemKeyChoice> keys)
    {
        CheckName(others);
        CheckEmail();
        var key = CheckKey();
        CheckSameKey(key, keys);
        AddOwnFields();
        CheckRows();
        CheckNamedFields();
        var account = ConnectionChecks.Check(draft.Connection, others, _mistakes);
        var emailProperty = WriteChecks.EmailOf(draft);
        _mistakes.AddRange(WriteChecks.OfCreation(draft, emailProperty));
        CheckNotBlank(draft.OptInType, nameof(MarketingListBuilder<>.OptInType));
        CheckNotBlank(draft.EmailType, nameof(MarketingListBuilder<>.EmailType));
        if (_mistakes.Count > 0)
        {
            throw new MarketingListDefinitionException(name, _mistakes);
        }

        var definition = new MarketingListDefinition<TEntity>
        {
            Name = name,
            Segment = draft.Segment,
            OptedOut = draft.OptedOut,
            OnOptOut = draft.OnOptOut,
            OnOptBackIn = draft.OnOptBackIn,
            EmailProperty = emailProperty,
            CreateEntities = draft.CreateEntities,
            OnCreate = draft.OnCreate,
            KeyProperty = key,
            Email = draft.Email!,
            Fields = _expressions,
            Declared = [.. _fields.Values],
        };
        var list = new MarketingList
        {
            Name = name,
            Entity = typeof(TEntity).Name,
            Fields = [.. _fields.Values],
            Mapping = _rows,
            TrackedFields = [.. _tracked],
            Priority = draft.Priority,
            Account = account,
            AddressBook = draft.Connection?.AddressBook.Trim(),
            CreateAddressBook = draft.Connection?.Create ?? false,
            OptOutAction = draft.OptOutAction,
            TwoWayConflicts = draft.TwoWayConflicts,
            CreateEntities = draft.CreateEntities,
            OptInType = draft.OptInType,
            EmailType = draft.EmailType,
            Source = static _ => throw new InvalidOperationException("The list has no source yet."),
        };
        return (definition, list);
    }

    private void CheckName(IReadOnlyCollection<MarketingList> others)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
        {
            _mistakes.Add($"Its name must have 1 to {MaxNameLength} characters: pass one to AddMarketingList.");
        }
        else if (others.Any(other => string.Equals(other.Name, name, StringComparison.Ordinal)))
        {
            _mistakes.Add("Another list has this name: names are part of stored keys, so give each list its own.");
        }
    }

    private void CheckEmail()
    {
        if (draft.Email is null)
        {
            _mistakes.Add("It has no email: call .Email(c => c.Email).");
        }
    }

    private string? CheckKey()
    {
        if (draft.Key is not { } key)
        {
            return null;
        }

        if (FieldPath.Of(key.Body, key.Parameters[0]) is not { IsOwn: true } path)
        {
            _mistakes.Add("Its key is computed or reached through a relation: .Key takes one own property.");
            return null;
        }

        if (!ScalarTypes.IsKey(path.Leaf.PropertyType))
        {
            _mistakes.Add($"Its key '{path.Name}' is of type {path.Leaf.PropertyType.Name}: a key is an int, long, Guid or string, not nullable.");
        }

        return path.Name;
    }

    private void CheckSameKey(string? key, IReadOnlyCollection<ItemKeyChoice> keys)
    {
        if (keys.Any(other => string.Equals(other.Entity, typeof(TEntity).Name, StringComparison.Ordinal) && !string.Equals(other.Property, key, StringComparison.Ordinal)))
        {
            _mistakes.Add($"Another list of {typeof(TEntity).Name} has another key: give all of them the same .Key, for tracked changes name the record once.");
        }
    }

    private void AddOwnFields()
    {
        foreach (var property in typeof(TEntity).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && property.CanWrite && ScalarTypes.IsMappable(property.PropertyType)
                && !property.IsDefined(typeof(NotMappedAttribute), inherit: true))
            {
                var record = Expression.Parameter(typeof(TEntity), "record");
                AddField(Describe(property.Name, property.PropertyType, new FieldPath([property])), Expression.Lambda(Expression.Property(record, property), record));
            }
        }
    }

    private void CheckRows()
    {
        var dataFields = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var twoWay = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in draft.Rows)
        {
            if (!IsDataField(row.DataField))
            {
                continue;
            }

            if (!dataFields.Add(row.DataField))
            {
                _mistakes.Add($"The data field '{row.DataField}' is mapped twice: keep one of them, or join the host fields in one .Map call.");
                continue;
            }

            var names = CheckFields(row);
            if (row.IsTwoWay && names is [var single] && !twoWay.Add(single))
            {
                _mistakes.Add($"'{single}' is two-way with more than one data field: their changes would overwrite each other, so keep one of them two-way.");
            }

            if (row is { IsTwoWay: true, Restores: true })
            {
                _mistakes.Add($"'{row.DataField}' cannot take Dotdigital's changes and undo them: choose twoWay or restores (rule MP-6).");
            }

            if (row.TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(row.TimeZone, out _))
            {
                _mistakes.Add($"The time zone '{row.TimeZone}' of '{row.DataField}' is unknown: use an IANA name such as Europe/London.");
            }

            _rows.Add(new MappingRow
            {
                DataField = row.DataField,
                Fields = names,
                IsTwoWay = row.IsTwoWay,
                WhenBlank = row.WhenBlank,
                WhenOverlong = row.WhenOverlong,
                TimeZone = row.TimeZone,
                Restores = row.Restores,
            });
        }
    }

    private bool IsDataField(string? dataField)
    {
        if (dataField is null || !DataFieldNames.Allowed().IsMatch(dataField))
        {
            _mistakes.Add($"'{dataField}' cannot be a data field: its name has 1 to 20 letters, digits, '_' and '-'.");
            return false;
        }

        if (DataFieldNames.Columns.TryGetValue(dataField, out var method))
        {
            _mistakes.Add($"'{dataField}' is not a data field but a property of the contact: use .{method} instead of .Map.");
            return false;
        }

        return true;
    }

    private List<string> CheckFields(MappingRowDraft row)
    {
        if (row.Fields.Count == 0)
        {
            _mistakes.Add($"'{row.DataField}' is mapped to no host field: name at least one.");
        }

        var names = new List<string>(row.Fields.Count);
        for (var index = 0; index < row.Fields.Count; index++)
        {
            names.Add(CheckField(row, index));
        }

        return names;
    }

    private string CheckField(MappingRowDraft row, int index)
    {
        var lambda = row.Fields[index];
        var root = lambda.Parameters[0];
        var body = Unboxed(lambda);
        var path = FieldPath.Of(body, root);
        if (!ScalarTypes.IsMappable(body.Type))
        {
            _mistakes.Add($"'{row.DataField}' is mapped to a {body.Type.Name}, which cannot be sent: map a text, bool, number, date, Guid or enum of it.");
        }

        if (row.IsTwoWay && path is not { IsOwn: true, IsWritable: true })
        {
            _mistakes.Add($"'{row.DataField}' cannot be two-way: only a single own property with a public setter can (rule MP-3). Map it one-way.");
        }

        var fieldName = path?.Name ?? ComputedName(row, index);
        AddField(Describe(fieldName, body.Type, path), Expression.Lambda(body, root));
        _tracked.UnionWith(path?.TrackedFieldsFrom(typeof(TEntity)) ?? []);
        return fieldName;
    }

    private string ComputedName(MappingRowDraft row, int index)
    {
        var fieldName = row.Fields.Count == 1 ? row.DataField : $"{row.DataField}#{index + 1}";
        return _fields.ContainsKey(fieldName) ? fieldName + "#computed" : fieldName;
    }

    /// <summary>Fields that are named in code for mappings edited at run time.</summary>
    private void CheckNamedFields()
    {
        foreach (var (fieldName, lambda) in draft.Fields)
        {
            var body = Unboxed(lambda);
            if (string.IsNullOrWhiteSpace(fieldName) || fieldName.Length > MaxNameLength)
            {
                _mistakes.Add($"A .Field needs a name of 1 to {MaxNameLength} characters.");
            }
            else if (_fields.ContainsKey(fieldName))
            {
                _mistakes.Add($"The field '{fieldName}' exists already, as a property, a .Map or another .Field: give it a name of its own.");
            }
            else if (!ScalarTypes.IsMappable(body.Type))
            {
                _mistakes.Add($"The field '{fieldName}' is a {body.Type.Name}, which cannot be sent: name a text, bool, number, date, Guid or enum of it.");
            }
            else
            {
                AddField(Describe(fieldName, body.Type, FieldPath.Of(body, lambda.Parameters[0])) with { IsWritable = false }, Expression.Lambda(body, lambda.Parameters[0]));
            }
        }
    }

    private static Expression Unboxed(LambdaExpression lambda) =>
        lambda.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxing && boxing.Type == typeof(object) ? boxing.Operand : lambda.Body;

    private static ListField Describe(string fieldName, Type type, FieldPath? path) => new(fieldName, ScalarTypes.Plain(type), path is null)
    {
        IsWritable = path is { IsOwn: true, IsWritable: true },
        TrackedFields = path?.TrackedFieldsFrom(typeof(TEntity)) ?? [],
    };

    private void AddField(ListField field, LambdaExpression expression)
    {
        if (_fields.TryAdd(field.Name, field))
        {
            _expressions.Add(field.Name, expression);
        }
    }

    private void CheckNotBlank(string? value, string method)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            _mistakes.Add($".{method} was given a blank: name a type, or do not call it.");
        }
    }
}
