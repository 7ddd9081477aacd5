using System.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;

/// <summary>
/// One connection with one transaction. The transaction is begun and ended on the SQLite handle itself: the driver would hold a thread asleep while
/// it waits for another writer.
/// </summary>
internal sealed class SqliteSession(DotdigitalDbContext context, SqliteConnection connection, SemaphoreSlim writers, TimeSpan timeout, string name) : StoreSession
{
    private readonly Dictionary<object, IDisposable> _upserts = [];
    private bool _isWriter;
    private bool _isOver;

    public override DotdigitalDbContext Context => context;

    private sqlite3 Handle => connection.Handle ?? throw new InvalidOperationException("The connection is closed.");

    public override Task BeginReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(raw.sqlite3_exec(Handle, "BEGIN DEFERRED"));
        return Task.CompletedTask;
    }

    public override async Task BeginWriteAsync(CancellationToken cancellationToken)
    {
        if (_isWriter)
        {
            return;
        }

        var waiting = Stopwatch.StartNew();
        if (!await writers.WaitAsync(timeout, cancellationToken).ConfigureAwait(false))
        {
            throw Busy();
        }

        try
        {
            EndTransaction("ROLLBACK");
            await BeginImmediateAsync(waiting, cancellationToken).ConfigureAwait(false);
            _isWriter = true;
        }
        finally
        {
            if (!_isWriter)
            {
                writers.Release();
            }
        }
    }

    public override Task<int> WriteAsync<TRow>(UpsertPlan<TRow> plan, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        if (_isWriter)
        {
            ThrowIfUndone();
        }

        var before = raw.sqlite3_total_changes(Handle);
        try
        {
            var upsert = Prepare(plan);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                upsert.Write(row);
            }
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY)
        {
            throw new InvalidOperationException($"A row for {plan.Table} has a value that must be unique and that another row has ({exception.Message}).", exception);
        }
        catch (SqliteException exception) when (StoreFailures.ProblemOf(exception) is { } problem)
        {
            throw new StoreUnavailableException(name, problem, exception);
        }

        return Task.FromResult(raw.sqlite3_total_changes(Handle) - before);
    }

    public override Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EndTransaction("COMMIT");
        StopWriting();
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        foreach (var upsert in _upserts.Values)
        {
            upsert.Dispose();
        }

        try
        {
            EndTransaction("ROLLBACK");
        }
        finally
        {
            StopWriting();
            await context.DisposeAsync().ConfigureAwait(false);
        }
    }

    private SqliteUpsert<TRow> Prepare<TRow>(UpsertPlan<TRow> plan)
        where TRow : class
    {
        if (_upserts.TryGetValue(plan, out var known))
        {
            return (SqliteUpsert<TRow>)known;
        }

        var upsert = new SqliteUpsert<TRow>(plan, Handle);
        _upserts.Add(plan, upsert);
        return upsert;
    }

    private async Task BeginImmediateAsync(Stopwatch waiting, CancellationToken cancellationToken)
    {
        for (var pause = 1; ; pause = Math.Min(pause * 2, 50))
        {
            var result = raw.sqlite3_exec(Handle, "BEGIN IMMEDIATE");
            if (result != raw.SQLITE_BUSY)
            {
                Check(result);
                return;
            }

            if (timeout != Timeout.InfiniteTimeSpan && waiting.Elapsed > timeout)
            {
                throw Busy();
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private void EndTransaction(string statement)
    {
        // SQLite itself rolls back after some errors (a full disk): then there is nothing to end.
        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            Check(raw.sqlite3_exec(Handle, statement));
        }
        else if (_isWriter && string.Equals(statement, "COMMIT", StringComparison.Ordinal))
        {
            ThrowIfUndone();
        }
    }

    /// <summary>After a transaction that SQLite itself has undone, each further statement would be stored on its own: half a unit of work.</summary>
    private void ThrowIfUndone()
    {
        if (raw.sqlite3_get_autocommit(Handle) != 0)
        {
            throw new InvalidOperationException("SQLite has rolled the transaction back after an error; nothing of it is stored.");
        }
    }

    private void StopWriting()
    {
        if (_isWriter)
        {
            _isWriter = false;
            writers.Release();
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            var failure = StoreFailures.FailureOf(Handle, result);
            throw StoreFailures.ProblemOf(failure) is { } problem ? new StoreUnavailableException(name, problem, failure) : failure;
        }
    }

    private StoreUnavailableException Busy() => new(name, StoreProblem.Busy, innerException: null);
}
