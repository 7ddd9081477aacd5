using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.Data.Sqlite;

namespace AdoNetHost;

/// <summary>Takes from Dotdigital: opt-outs, changed values, new people. Every call may come twice.</summary>
internal sealed class MemberWriter(MemberDatabase database) : IMarketingListWriter
{
    public Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) =>
        database.ExecuteAsync("UPDATE members SET accepts_mail = 0 WHERE id = $id", cancellationToken, ("$id", itemId));

    public Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) =>
        database.ExecuteAsync("UPDATE members SET accepts_mail = 1 WHERE id = $id", cancellationToken, ("$id", itemId));

    /// <summary>Asks and writes in one transaction, so that the club's own edit of the same moment is not lost.</summary>
    public async Task WriteFieldsAsync(string itemId, IReadOnlyList<FieldWrite> fields, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var field in fields)
        {
            var column = MemberList.Columns[field.Field];
            await using var read = MemberDatabase.Command(connection, $"SELECT {column} FROM members WHERE id = $id", ("$id", itemId));
            await using var reader = await read.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                return;
            }

            if (field.IsWanted(reader.IsDBNull(0) ? null : reader.GetValue(0)))
            {
                await reader.DisposeAsync();
                await MemberDatabase.ExecuteAsync(connection, $"UPDATE members SET {column} = $value WHERE id = $id", cancellationToken, ("$value", field.Value), ("$id", itemId));
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ListKey>> FindItemsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = MemberDatabase.Command(
            connection, "SELECT id, email, accepts_mail FROM members WHERE email IN (SELECT value FROM json_each($emails))", ("$emails", JsonSerializer.Serialize(emails)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<ListKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(MemberSource.Key(reader));
        }

        return found;
    }

    public async Task<string> CreateAsync(NewItem item, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var columns = item.Fields.Select((field, i) => (Column: MemberList.Columns[field.Field], Parameter: $"$p{i}", field.Value)).ToList();
        await using var command = MemberDatabase.Command(
            connection,
            $"""
            INSERT INTO members (email{string.Concat(columns.Select(static column => ", " + column.Column))})
            VALUES ($email{string.Concat(columns.Select(static column => ", " + column.Parameter))}) RETURNING id
            """,
            [("$email", item.Email), .. columns.Select(static column => (column.Parameter, column.Value))]);
        try
        {
            return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture)!;
        }
        catch (SqliteException refused)
        {
            throw new HostWriteRefusedException("members", "could not store a new member: look at the club's database.", refused);
        }
    }
}
