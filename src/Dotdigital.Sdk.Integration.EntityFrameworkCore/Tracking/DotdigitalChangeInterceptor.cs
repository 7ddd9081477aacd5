using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>
/// Records changes of tracked fields as the host saves them (rule TR-2). With the change table in the context's model
/// (<see cref="DotdigitalTrackingExtensions.UseDotdigitalChanges"/>) the records are rows of the host's own transaction. Without it they are appended to the
/// engine's log right after the commit: a process killed between the two loses them, and force sync is the remedy; a transaction that is committed past EF
/// Core, on the ADO.NET object itself, is not seen. Entities are told by the name of their CLR type, without its namespace (<see cref="TrackedField.Entity"/>).
/// One instance serves all contexts; it costs next to nothing where nothing is tracked.
/// </summary>
public sealed partial class DotdigitalChangeInterceptor : SaveChangesInterceptor
{
    private readonly ITrackedFields _trackedFields;
    private readonly ILogger _logger;
    private readonly Dictionary<string, string?> _itemKeys;
    private readonly ConditionalWeakTable<IModel, TrackingPlan> _plans = [];
    private readonly ConditionalWeakTable<DbContext, SaveInProgress> _saves = [];
    private readonly PendingChanges _pending;

    /// <summary>Made by the services: see <see cref="DotdigitalTrackingExtensions.UseDotdigitalTracking"/>.</summary>
    /// <param name="trackedFields">What to track.</param>
    /// <param name="services">The host's services, for the change log.</param>
    /// <param name="logger">For what could not be recorded.</param>
    public DotdigitalChangeInterceptor(ITrackedFields trackedFields, IServiceProvider services, ILogger<DotdigitalChangeInterceptor> logger)
    {
        ArgumentNullException.ThrowIfNull(trackedFields);
        ArgumentNullException.ThrowIfNull(services);
        _trackedFields = trackedFields;
        _logger = logger;
        _itemKeys = services.GetServices<ItemKeyChoice>()
            .DistinctBy(static choice => choice.Entity, StringComparer.Ordinal)
            .ToDictionary(static choice => choice.Entity, static choice => choice.Property, StringComparer.Ordinal);
        _pending = new(new(services.GetRequiredService<IServiceScopeFactory>(), logger));
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData?.Context is { } context && !result.HasResult && PlanOf(context) is { IsEmpty: false } plan)
        {
            try
            {
                var found = ChangeDetection.Run(context, plan);
                foreach (var lookup in found.Lookups)
                {
                    found.AddItems(lookup, [.. lookup.Items(context)]);
                }

                Begin(context, plan, found.Changes);
            }
            catch (Exception exception) when (!plan.HasChangeTable)
            {
                TrackingLog.Undetected(_logger, exception);
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData?.Context is { } context && !result.HasResult && PlanOf(context) is { IsEmpty: false } plan)
        {
            try
            {
                var found = ChangeDetection.Run(context, plan);
                foreach (var lookup in found.Lookups)
                {
                    found.AddItems(lookup, await lookup.Items(context).ToListAsync(cancellationToken).ConfigureAwait(false));
                }

                Begin(context, plan, found.Changes);
            }
            catch (Exception exception) when (!plan.HasChangeTable && exception is not OperationCanceledException)
            {
                TrackingLog.Undetected(_logger, exception);
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData?.Context is not { } context || End(context) is not { } save)
        {
            return result;
        }

        if (_pending.AddOrRelease(context, save.Changes) is { Count: > 0 } due)
        {
            _pending.Appender.Append(due);
        }

        return result - save.Rows.Count;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData?.Context is not { } context || End(context) is not { } save)
        {
            return result;
        }

        if (_pending.AddOrRelease(context, save.Changes) is { Count: > 0 } due)
        {
            await _pending.Appender.AppendAsync(due).ConfigureAwait(false);
        }

        return result - save.Rows.Count;
    }

    /// <inheritdoc/>
    public override void SaveChangesFailed(DbContextErrorEventData eventData) => End(eventData?.Context);

    /// <inheritdoc/>
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData?.Context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void SaveChangesCanceled(DbContextEventData eventData) => End(eventData?.Context);

    /// <inheritdoc/>
    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData?.Context);
        return Task.CompletedTask;
    }

    private TrackingPlan PlanOf(DbContext context)
    {
        var fields = _trackedFields.All;
        if (_plans.TryGetValue(context.Model, out var plan) && ReferenceEquals(plan.Fields, fields))
        {
            return plan;
        }

        plan = new(context.Model, fields, _itemKeys);
        _plans.AddOrUpdate(context.Model, plan);
        foreach (var problem in plan.Problems)
        {
            TrackingLog.Untrackable(_logger, context.GetType().Name, problem);
        }

        return plan;
    }

    private void Begin(DbContext context, TrackingPlan plan, IReadOnlyCollection<FieldChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        List<DotdigitalFieldChange> rows = [];
        if (plan.HasChangeTable)
        {
            rows.AddRange(changes.Select(DotdigitalFieldChange.From));
            context.AddRange(rows);
        }

        _saves.AddOrUpdate(context, new(plan.HasChangeTable ? [] : changes, rows));
    }

    /// <summary>Forgets the save, and takes its rows out of the host's context: they are written, or will be made again when the host tries again.</summary>
    private SaveInProgress? End(DbContext? context)
    {
        if (context is null || !_saves.TryGetValue(context, out var save))
        {
            return null;
        }

        _saves.Remove(context);
        foreach (var row in save.Rows)
        {
            context.Entry(row).State = EntityState.Detached;
        }

        return save;
    }

    private sealed record SaveInProgress(IReadOnlyCollection<FieldChange> Changes, IReadOnlyList<DotdigitalFieldChange> Rows);
}
