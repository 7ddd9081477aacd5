using System.Collections.Concurrent;
using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;

/// <summary>Derives the upsert plan of a table from the EF Core model, once, so that the two cannot drift apart.</summary>
internal sealed class UpsertPlans
{
    private readonly ConcurrentDictionary<(Type Row, OnConflict Mode), object> _plans = new();

    public UpsertPlan<TRow> Get<TRow>(IModel model, OnConflict mode)
        where TRow : class =>
        (UpsertPlan<TRow>)_plans.GetOrAdd((typeof(TRow), mode), static (key, model) => Create<TRow>(model, key.Mode), model);

    private static UpsertPlan<TRow> Create<TRow>(IModel model, OnConflict mode)
        where TRow : class
    {
        var entity = model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not in the model.");
        var table = entity.GetTableName()!;
        var keys = entity.FindPrimaryKey()!.Properties;
        var properties = keys.Concat(entity.GetProperties().Except(keys))
            .Where(static property => property.ValueGenerated == ValueGenerated.Never)
            .ToList();
        var columns = properties
            .Select(static property => Column<TRow>(property, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType))
            .ToList();
        var keyNames = keys.Select(static key => key.GetColumnName()).ToList();
        var values = columns.Select(static column => column.Name).Except(keyNames, StringComparer.Ordinal).ToList();
        var target = string.Join(", ", keyNames.Select(UpsertPlan<TRow>.Quote));
        var conflict = mode switch
        {
            OnConflict.Fail => string.Empty,
            OnConflict.Keep => $" ON CONFLICT ({target}) DO NOTHING",
            _ when values.Count == 0 => $" ON CONFLICT ({target}) DO NOTHING",
            _ => $" ON CONFLICT ({target}) DO UPDATE SET {string.Join(", ", values.Select(name => $"{UpsertPlan<TRow>.Quote(name)} = {NewValue(typeof(TRow), table, name)}"))}",
        };

        return new UpsertPlan<TRow>(table, columns, keyNames, conflict);
    }

    /// <summary>The value of a column after a conflict: the new one, but for the few that the contract keeps.</summary>
    private static string NewValue(Type row, string table, string column) => (row.Name, column) switch
    {
        (nameof(SetAsideRow), "at") => $"CASE WHEN {table}.reason = excluded.reason THEN {table}.at ELSE excluded.at END",
        (nameof(MarketingActivityRow), "sequence") => $"CASE WHEN {table}.item_id IS NULL AND excluded.item_id IS NOT NULL THEN excluded.sequence ELSE {table}.sequence END",
        (nameof(MarketingActivityRow), "connection_id" or "item_id") => $"COALESCE({table}.{UpsertPlan<object>.Quote(column)}, excluded.{UpsertPlan<object>.Quote(column)})",
        _ => $"excluded.{UpsertPlan<object>.Quote(column)}",
    };

    private static UpsertColumn<TRow> Column<TRow>(IProperty property, Type type)
    {
        var row = Expression.Parameter(typeof(TRow));
        var value = Expression.Property(row, property.PropertyInfo!);
        if (type == typeof(string))
        {
            return new(property.GetColumnName(), type, Expression.Lambda<Func<TRow, string?>>(value, row).Compile(), Number: null);
        }

        // Numbers convert as they are; a truth has no conversion of its own.
        Expression number = property.ClrType == typeof(bool)
            ? Expression.Condition(value, Expression.Constant(1L), Expression.Constant(0L))
            : value;
        return new(property.GetColumnName(), type, Text: null, Expression.Lambda<Func<TRow, long?>>(Expression.Convert(number, typeof(long?)), row).Compile());
    }
}
