namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;

/// <summary>One column of an upsert.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The CLR type of its values, without <see cref="Nullable{T}"/>: bool, int, long or string.</param>
/// <param name="Read">Takes the value out of a row; null for none.</param>
internal sealed record UpsertColumn<TRow>(string Name, Type Type, Func<TRow, object?> Read);
