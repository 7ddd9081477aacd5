using System.Globalization;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>What the repositories of one unit of work share.</summary>
internal sealed class UnitScope(StoreSession session, UpsertPlans plans, string account)
{
    /// <summary>The unit's account: the first part of every key.</summary>
    public string Account { get; } = account;

    /// <summary>Whether the unit was committed or disposed of.</summary>
    public bool IsOver { get; set; }

    /// <summary>The context; for reading, or for writing after <see cref="BeginWriteAsync"/>.</summary>
    public DotdigitalDbContext Db => IsOver ? throw new InvalidOperationException("The unit of work is over: it was committed or disposed of.") : session.Context;

    /// <summary>The name of an account's turn to write.</summary>
    public static string TurnOf(string account) => "account " + account;

    /// <summary>Has the database look at a table anew whose content has just changed as a whole.</summary>
    public Task AnalyzeAsync<TRow>(CancellationToken cancellationToken)
        where TRow : class => session.AnalyzeAsync<TRow>(cancellationToken);

    /// <summary>Makes sure that the unit may write.</summary>
    public async Task<DotdigitalDbContext> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var db = Db;
        await session.BeginWriteAsync(TurnOf(Account), cancellationToken).ConfigureAwait(false);
        return db;
    }

    /// <summary>Writes rows.</summary>
    /// <returns>How many were inserted or changed.</returns>
    public async Task<int> WriteAsync<TRow>(IReadOnlyCollection<TRow> rows, OnConflict mode, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var db = await BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        return await session.WriteAsync(plans.Get<TRow>(db.Model, mode), rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reserves numbers of a series and returns the first; numbers start at 1.</summary>
    public async Task<long> AllocateAsync(string series, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var db = await BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var last = await db.Database.SqlQuery<long>($"""
            INSERT INTO dotdigital_counters (account_id, name, last) VALUES ({Account}, {series}, {(long)count})
            ON CONFLICT (account_id, name) DO UPDATE SET last = dotdigital_counters.last + excluded.last
            RETURNING last AS "Value"
            """).ToListAsync(cancellationToken).ConfigureAwait(false);
        return last is [var value]
            ? value - count + 1
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The counter '{series}' gave {last.Count} rows."));
    }
}
