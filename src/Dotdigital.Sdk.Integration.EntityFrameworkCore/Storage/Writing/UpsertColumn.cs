namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;

/// <summary>One column of an upsert. Its values are read without a box each: rows come by the hundred thousand.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The CLR type of its values, without <see cref="Nullable{T}"/>: bool, int, long or string.</param>
/// <param name="Text">Takes the value out of a row, where it is a text; null for none.</param>
/// <param name="Number">Takes the value out of a row, where it is no text: a truth as 1 or 0; null for none.</param>
internal sealed record UpsertColumn<TRow>(string Name, Type Type, Func<TRow, string?>? Text, Func<TRow, long?>? Number);
