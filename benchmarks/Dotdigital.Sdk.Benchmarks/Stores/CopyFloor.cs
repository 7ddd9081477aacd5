using Npgsql;
using NpgsqlTypes;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>The floor on PostgreSQL: a bare binary COPY into the store's own table.</summary>
internal static class CopyFloor
{
    private const string Copy =
        "COPY dotdigital_contacts (account_id, id, email, remote_id, status, reachability, opt_in_type, email_type, snapshot, snapshot_version, is_unread) FROM STDIN (FORMAT BINARY)";

    public static async Task WriteAsync(string connectionString, StoredContact[] contacts)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var part in contacts.Chunk(StoreSizes.Transaction))
        {
            await using var copy = await connection.BeginBinaryImportAsync(Copy);
            foreach (var contact in part)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(contact.AccountId, NpgsqlDbType.Text);
                await copy.WriteAsync(contact.Id, NpgsqlDbType.Bigint);
                await copy.WriteAsync(contact.Email, NpgsqlDbType.Text);
                await copy.WriteAsync(contact.RemoteId!.Value, NpgsqlDbType.Bigint);
                await copy.WriteAsync(contact.Status, NpgsqlDbType.Text);
                await copy.WriteAsync(contact.Reachability, NpgsqlDbType.Integer);
                await copy.WriteAsync(contact.OptInType, NpgsqlDbType.Text);
                await copy.WriteAsync(contact.EmailType, NpgsqlDbType.Text);
                await copy.WriteAsync(contact.Snapshot, NpgsqlDbType.Text);
                await copy.WriteAsync(contact.SnapshotVersion, NpgsqlDbType.Integer);
                await copy.WriteAsync(contact.IsUnread, NpgsqlDbType.Boolean);
            }

            await copy.CompleteAsync();
        }
    }
}
