using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

/// <summary>Records the statements that EF Core sends to one database file, and how SQLite means to run them.</summary>
internal sealed class StatementRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connectionString;
    private readonly string _path;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> _statements = [];

    public StatementRecorder(string connectionString)
    {
        _connectionString = connectionString;
        _path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => _statements.Count;

    public void Clear() => _statements.Clear();

    /// <summary>The lines of the plans of the recorded statements.</summary>
    public List<string> Explain()
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var lines = new List<string>();
        foreach (var (sql, parameters) in _statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                lines.Add(reader.GetString(3));
            }
        }

        return lines;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { Command: SqliteCommand command }
            && command.Connection?.DataSource == _path)
        {
            _statements.Add((command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
