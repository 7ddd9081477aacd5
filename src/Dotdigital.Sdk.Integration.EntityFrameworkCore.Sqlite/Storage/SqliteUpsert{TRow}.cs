using System.Buffers;
using System.Text;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using SQLitePCL;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;

/// <summary>
/// A prepared upsert, bound on SQLite's own handle: the driver looks each parameter up by its name again for every row. A value that is the last row's
/// stays bound, as most of a row's do: its account, its connection, what it has not.
/// </summary>
internal sealed class SqliteUpsert<TRow> : IDisposable
    where TRow : class
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;
    private readonly UpsertColumn<TRow>[] _columns;
    private readonly string?[] _texts;
    private readonly long?[] _numbers;
    private byte[] _utf8 = ArrayPool<byte>.Shared.Rent(4096);

    public SqliteUpsert(UpsertPlan<TRow> plan, sqlite3 handle)
    {
        _handle = handle;
        _columns = [.. plan.Columns];
        _texts = new string?[_columns.Length];
        _numbers = new long?[_columns.Length];
        Check(raw.sqlite3_prepare_v2(handle, $"{plan.InsertInto} VALUES ({string.Join(", ", _columns.Select(static _ => "?"))}){plan.Conflict}", out _statement));
    }

    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">SQLite refused the row, or could not store it.</exception>
    public void Write(TRow row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i].Text is { } text)
            {
                Bind(i, text(row));
            }
            else
            {
                Bind(i, _columns[i].Number!(row));
            }
        }

        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            var failure = StoreFailures.FailureOf(_handle, result);
            _ = raw.sqlite3_reset(_statement);
            throw failure;
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose()
    {
        _statement.Dispose();
        ArrayPool<byte>.Shared.Return(_utf8);
        _utf8 = [];
    }

    private void Bind(int column, string? value)
    {
        if (string.Equals(value, _texts[column], StringComparison.Ordinal))
        {
            return;
        }

        _texts[column] = value;
        if (string.IsNullOrEmpty(value))
        {
            // An empty span has no address, which SQLite would take for NULL.
            Check(value is null ? raw.sqlite3_bind_null(_statement, column + 1) : raw.sqlite3_bind_text(_statement, column + 1, string.Empty));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_utf8.Length < most)
        {
            ArrayPool<byte>.Shared.Return(_utf8);
            _utf8 = ArrayPool<byte>.Shared.Rent(most);
        }

        Check(raw.sqlite3_bind_text(_statement, column + 1, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8))));
    }

    private void Bind(int column, long? value)
    {
        if (value == _numbers[column])
        {
            return;
        }

        _numbers[column] = value;
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, column + 1, number) : raw.sqlite3_bind_null(_statement, column + 1));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw StoreFailures.FailureOf(_handle, result);
        }
    }
}
