using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>The floor on SQLite: its C API, one prepared statement, in the store's own table and with its durability.</summary>
internal static class SqliteFloor
{
    private const string Insert = """
        INSERT INTO dotdigital_contacts (account_id, id, email, remote_id, status, reachability, opt_in_type, email_type, snapshot, snapshot_version, is_unread)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    public static void Write(string connectionString, StoredContact[] contacts)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var database = connection.Handle!;
        Execute(database, "PRAGMA synchronous = FULL");
        Check(database, raw.sqlite3_prepare_v2(database, Insert, out var statement));
        using (statement)
        {
            Span<byte> buffer = stackalloc byte[1024];
            foreach (var part in contacts.Chunk(StoreSizes.Transaction))
            {
                Execute(database, "BEGIN IMMEDIATE");
                foreach (var contact in part)
                {
                    Bind(statement, 1, contact.AccountId, buffer);
                    raw.sqlite3_bind_int64(statement, 2, contact.Id);
                    Bind(statement, 3, contact.Email, buffer);
                    raw.sqlite3_bind_int64(statement, 4, contact.RemoteId!.Value);
                    Bind(statement, 5, contact.Status!, buffer);
                    raw.sqlite3_bind_int(statement, 6, contact.Reachability);
                    Bind(statement, 7, contact.OptInType!, buffer);
                    Bind(statement, 8, contact.EmailType!, buffer);
                    Bind(statement, 9, contact.Snapshot, buffer);
                    raw.sqlite3_bind_int(statement, 10, contact.SnapshotVersion);
                    raw.sqlite3_bind_int(statement, 11, contact.IsUnread ? 1 : 0);
                    if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
                    {
                        Check(database, raw.SQLITE_ERROR);
                    }

                    raw.sqlite3_reset(statement);
                }

                Execute(database, "COMMIT");
            }
        }
    }

    private static void Bind(sqlite3_stmt statement, int index, string text, Span<byte> buffer) =>
        raw.sqlite3_bind_text(statement, index, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);

    private static void Execute(sqlite3 database, string sql) => Check(database, raw.sqlite3_exec(database, sql));

    private static void Check(sqlite3 database, int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }
}
