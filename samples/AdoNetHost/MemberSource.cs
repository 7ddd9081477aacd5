using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.Data.Sqlite;

namespace AdoNetHost;

/// <summary>Reads the members: keys as a stream, values a page at a time in one statement.</summary>
internal sealed class MemberSource(MemberDatabase database) : IMarketingListSource
{
    public IAsyncEnumerable<ListKey> ReadKeysAsync(CancellationToken cancellationToken) =>
        KeysAsync("SELECT id, email, accepts_mail FROM members ORDER BY email", cancellationToken);

    public IAsyncEnumerable<ListKey> ReadOptedOutAsync(CancellationToken cancellationToken) =>
        KeysAsync("SELECT id, email, accepts_mail FROM members WHERE accepts_mail = 0", cancellationToken);

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(
        IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var columns = string.Concat(fields.Select(static field => ", " + MemberList.Columns[field]));

        // One parameter, whatever the number of ids.
        await using var command = MemberDatabase.Command(
            connection,
            $"SELECT id, email, accepts_mail{columns} FROM members WHERE id IN (SELECT CAST(value AS INTEGER) FROM json_each($ids))",
            ("$ids", JsonSerializer.Serialize(itemIds)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = Key(reader);
            var values = new object?[fields.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(i + 3) ? null : reader.GetValue(i + 3);
            }

            yield return new ListItem(key.ItemId, key.Email, key.IsOptedOut, values);
        }
    }

    /// <summary>A row that begins with id, email and consent.</summary>
    public static ListKey Key(SqliteDataReader reader) =>
        new(reader.GetInt64(0).ToString(CultureInfo.InvariantCulture), reader.GetString(1), IsOptedOut: !reader.GetBoolean(2));

    private async IAsyncEnumerable<ListKey> KeysAsync(string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = MemberDatabase.Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Key(reader);
        }
    }
}
