using System.Data;
using System.Diagnostics;
using System.Globalization;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// One connection with one transaction. Deadlocks and serialisation failures, after which a unit of work would have to be replayed, cannot occur among
/// engines by design; what another program's locks bring about is <see cref="StoreProblem.Conflict"/>. Readers are repeatable-read and read-only: such a transaction never fails to serialise. Writers are read-committed and take their
/// turn, an advisory lock of the account, before anything else; every row they touch carries the account, so that two writers never hold rows
/// that the other wants. The lock table is the one place touched out of turn: one row a statement, and by a writer only when it commits.
/// </summary>
internal sealed class PostgreSqlSession(DotdigitalDbContext context, WriterTurns turns, AnalyzeLog analyze, TimeSpan wait) : StoreSession
{
    /// <summary>
    /// How long a writer may do nothing before the server undoes its work. A paused holder of an account would otherwise keep its successor waiting
    /// for as long as it is paused (rule BL-4); no unit of work is held while anything slow is awaited, so a living one never comes near it.
    /// </summary>
    private const int IdleLimitMilliseconds = 60_000;

    private const string Savepoint = "dotdigital_analyze";

    private string? _turn;
    private bool _isInTransaction;
    private bool _isWriter;
    private bool _isOver;

    public override DotdigitalDbContext Context => context;

    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

    public override Task BeginReadAsync(CancellationToken cancellationToken) =>
        BeginAsync(["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"], cancellationToken);

    public override Task BeginWriteAsync(CancellationToken cancellationToken) => BeginWriteAsync(turn: null, cancellationToken);

    public override async Task BeginWriteAsync(string? turn, CancellationToken cancellationToken)
    {
        if (_isWriter)
        {
            return;
        }

        await EndTransactionAsync().ConfigureAwait(false);
        var waiting = Stopwatch.StartNew();
        if (turn is not null)
        {
            await TakeTurnAsync(turn, cancellationToken).ConfigureAwait(false);
        }

        var left = wait == Timeout.InfiniteTimeSpan ? 0 : Math.Max(1, (long)(wait - waiting.Elapsed).TotalMilliseconds);
        await BeginAsync(
            [
                "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
                string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {left}"),
                string.Create(CultureInfo.InvariantCulture, $"SET LOCAL idle_in_transaction_session_timeout = {IdleLimitMilliseconds}"),
            ],
            cancellationToken,
            turn).ConfigureAwait(false);
        _isWriter = true;
    }

    public override async Task<int> WriteAsync<TRow>(UpsertPlan<TRow> plan, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        var upsert = new PostgreSqlUpsert<TRow>(plan);
        var changed = 0;
        try
        {
            foreach (var chunk in upsert.Chunk(rows))
            {
                var command = upsert.CreateCommand(Connection, chunk);
                await using var closing = command.ConfigureAwait(false);
                changed += await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            throw new InvalidOperationException($"A row for {plan.Table} has a value that must be unique and that another row has (index {exception.ConstraintName}).", exception);
        }
        catch (NpgsqlException failed) when (StoreFailures.ProblemOf(failed) is not null)
        {
            throw Unavailable(failed);
        }

        return changed;
    }

    /// <summary>
    /// The fence, with the row shared until the commit: a takeover that has begun is waited for and its fence is read, one that begins later waits
    /// for this commit.
    /// </summary>
    public override async Task<long?> ReadFenceAsync(string account, CancellationToken cancellationToken)
    {
        var fences = await context.AccountLocks
            .FromSql($"SELECT * FROM dotdigital_account_locks WHERE account_id = {account} FOR SHARE")
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return fences is [AccountLockRow row] ? row.Fence : null;
    }

    public override async Task AnalyzeAsync<TRow>(CancellationToken cancellationToken)
    {
        // Skipped where the table is locked: another unit of work, or the server itself, does the same just now. A failure undoes nothing else.
        var table = context.Model.FindEntityType(typeof(TRow))!.GetTableName()!;
        var batch = Batch([$"SAVEPOINT {Savepoint}", $"ANALYZE (SKIP_LOCKED) {table}", $"RELEASE SAVEPOINT {Savepoint}"]);
        await using var closing = batch.ConfigureAwait(false);
        Connection.Notice += Tell;
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException failed) when (StoreFailures.ProblemOf(failed) is not StoreProblem.Unreachable)
        {
            analyze.NotDone(table, failed.MessageText, failed);
            var undo = Batch([$"ROLLBACK TO SAVEPOINT {Savepoint}"]);
            await using var ending = undo.ConfigureAwait(false);
            await undo.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException failed) when (StoreFailures.ProblemOf(failed) is not null)
        {
            throw Unavailable(failed);
        }
        finally
        {
            Connection.Notice -= Tell;
        }

        // Without the right to do it the server says no more than a warning.
        void Tell(object sender, NpgsqlNoticeEventArgs told)
        {
            if (told.Notice.SqlState is not PostgresErrorCodes.LockNotAvailable)
            {
                analyze.NotDone(table, told.Notice.MessageText);
            }
        }
    }

    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_isInTransaction)
        {
            return;
        }

        // A transaction in which a statement failed answers COMMIT with a silent rollback; any other statement says so. A commit that is on its way is
        // not cancelled: nobody could tell what became of it.
        var batch = Batch(["SELECT 1", "COMMIT"]);
        await using var closing = batch.ConfigureAwait(false);
        try
        {
            await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InFailedSqlTransaction)
        {
            throw new InvalidOperationException("A statement of the unit of work failed, so PostgreSQL has undone all of it; nothing of it is stored.", exception);
        }
        catch (NpgsqlException failed) when (StoreFailures.ProblemOf(failed) is not null)
        {
            throw Unavailable(failed);
        }

        (_isInTransaction, _isWriter) = (false, false);
        ReturnTurn();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        try
        {
            await EndTransactionAsync().ConfigureAwait(false);
        }
        finally
        {
            await context.DisposeAsync().ConfigureAwait(false);
            ReturnTurn();
        }
    }

    private async Task TakeTurnAsync(string turn, CancellationToken cancellationToken)
    {
        if (!turns.TryTake(turn))
        {
            // The wait for others of this process holds no connection.
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            if (!await turns.TakeAsync(turn, wait, cancellationToken).ConfigureAwait(false))
            {
                throw StoreFailures.Unavailable(Connection.ConnectionString, StoreProblem.Busy, failure: null);
            }
        }

        _turn = turn;
    }

    private void ReturnTurn()
    {
        if (_turn is { } turn)
        {
            _turn = null;
            turns.Return(turn);
        }
    }

    private async Task BeginAsync(string[] statements, CancellationToken cancellationToken, string? turn = null)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        var batch = Batch(statements);
        await using var closing = batch.ConfigureAwait(false);
        if (turn is not null)
        {
            // The schema is part of the name: two stores of one database do not wait for each other.
            var command = new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock(hashtextextended('dotdigital ' || current_schema() || ' ' || $1, 0))");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = turn });
            batch.BatchCommands.Add(command);
        }

        _isInTransaction = true;
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException failed) when (StoreFailures.ProblemOf(failed) is not null)
        {
            throw Unavailable(failed);
        }
    }

    /// <summary>Opens the connection, unless it is open.</summary>
    /// <exception cref="StoreUnavailableException">The server cannot be reached, or refuses.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (Connection.State == ConnectionState.Open)
        {
            return;
        }

        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is NpgsqlException or { InnerException: NpgsqlException })
        {
            // Nothing was said to a server where the pool has no connection to give; who waits in vain for a new one has not reached it.
            var cause = failed as NpgsqlException ?? failed.InnerException;
            var isPoolEmpty = cause is { InnerException: TimeoutException } && cause.Message.Contains("pool", StringComparison.Ordinal);
            throw StoreFailures.Unavailable(Connection.ConnectionString, isPoolEmpty ? StoreProblem.Busy : StoreProblem.Unreachable, failed);
        }
    }

    private NpgsqlBatch Batch(string[] statements)
    {
        var batch = new NpgsqlBatch(Connection);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        return batch;
    }

    private async Task EndTransactionAsync()
    {
        if (!_isInTransaction)
        {
            return;
        }

        (_isInTransaction, _isWriter) = (false, false);
        if (Connection.State != ConnectionState.Open)
        {
            return;
        }

        try
        {
            var command = new NpgsqlCommand("ROLLBACK", Connection);
            await using var closing = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and its transaction with it.
        }
    }

    private StoreUnavailableException Unavailable(Exception failure) =>
        StoreFailures.Unavailable(Connection.ConnectionString, StoreFailures.ProblemOf(failure) ?? StoreProblem.Unreachable, failure);
}
