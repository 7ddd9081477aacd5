using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>Records the statements that EF Core sends to one database, and how PostgreSQL means to run them.</summary>
internal sealed class StatementRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connectionString;
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Sql, NpgsqlParameter[] Parameters)> _statements = [];

    public StatementRecorder(string connectionString)
    {
        _connectionString = connectionString;
        _database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => _statements.Count;

    /// <summary>The nodes of the plans of the recorded statements.</summary>
    /// <param name="settings">Run before, to steer the planner.</param>
    public async Task<List<PlanNode>> ExplainAsync(string settings)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using (var command = new NpgsqlCommand(settings, connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        var nodes = new List<PlanNode>();
        foreach (var (sql, parameters) in _statements)
        {
            await using var command = new NpgsqlCommand("EXPLAIN (FORMAT JSON) " + sql, connection);
            command.Parameters.AddRange(parameters);
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            Collect(plan.RootElement[0].GetProperty("Plan"), nodes);
        }

        return nodes;
    }

    /// <summary>How many rows the recorded statements look at when they are run again, those that they pass over included.</summary>
    public async Task<double> CountRowsAsync()
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=False");
        await connection.OpenAsync();
        var rows = 0.0;
        foreach (var (sql, parameters) in _statements)
        {
            await using var command = new NpgsqlCommand("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + sql, connection);
            command.Parameters.AddRange(parameters);
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            rows += RowsOf(plan.RootElement[0].GetProperty("Plan"));
        }

        return rows;
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
            && value.Value is CommandEventData { Command: NpgsqlCommand command }
            && command.Connection?.Database == _database)
        {
            _statements.Add((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(static parameter => parameter.Clone())]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());

    private static void Collect(JsonElement node, List<PlanNode> nodes)
    {
        nodes.Add(new PlanNode(Text(node, "Node Type"), Text(node, "Relation Name"), Text(node, "Index Name"), $"{Text(node, "Index Cond")} {Text(node, "Recheck Cond")}".Trim()));
        if (node.TryGetProperty("Plans", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                Collect(child, nodes);
            }
        }
    }

    private static double RowsOf(JsonElement node)
    {
        var own = Number(node, "Actual Loops") * (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Join Filter"));
        return node.TryGetProperty("Plans", out var children) ? own + children.EnumerateArray().Sum(RowsOf) : own;
    }

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : string.Empty;
}
