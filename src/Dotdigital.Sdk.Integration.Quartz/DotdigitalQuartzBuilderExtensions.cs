using Dotdigital.Sdk.Integration.Quartz.Locks;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>Runs the jobs on Quartz.NET, and locks accounts across nodes.</summary>
public static class DotdigitalQuartzBuilderExtensions
{
    /// <summary>
    /// Runs all jobs of all enabled accounts on the host's Quartz scheduler, in place of <c>AddScheduler()</c>: durable jobs with triggers by the intervals
    /// of the options, one run of a job and account at a time in the whole cluster, what was missed run once, what a dead node had under way run by
    /// another. The host adds the scheduler itself (<c>AddQuartz</c> and <c>AddQuartzHostedService</c>) with any job store; how many accounts a node runs
    /// at once is the scheduler's thread pool. Of the ADO job store's tables this package makes none: <c>ProvisionSchema()</c> does, or Quartz.NET's own
    /// script (<c>tables_postgres.sql</c>).
    /// </summary>
    /// <example><code>
    /// builder.Services.AddQuartz("cluster", quartz => quartz.UsePersistentStore(store => store
    ///     .ConfigureStore(options => options.StoreJobDataAsStrings = true)
    ///     .UsePostgres(connection).UseClustering().ProvisionSchema()));
    /// builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    /// builder.Services.AddDotdigitalIntegration(configuration)
    ///     .UsePostgreSqlStore(connection)
    ///     .UseQuartz(options => options.SchedulerName = "cluster");
    /// </code></example>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Says which scheduler, when it is not the default one.</param>
    /// <returns>The builder. Calling it twice is harmless; together with <c>AddScheduler()</c> the host's start fails and says so.</returns>
    public static DotdigitalIntegrationBuilder UseQuartz(this DotdigitalIntegrationBuilder builder, Action<DotdigitalQuartzOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.AddOptions<DotdigitalQuartzOptions>();
        builder.Services.TryAddTransient<SyncJob>();
        builder.Services.TryAddSingleton<JobsUnderWay>();
        builder.Services.TryAddSingleton<ScheduleWriter>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, QuartzSchedule>());
        builder.Services.AddSingleton(new SchedulerChoice("UseQuartz()"));
        return builder;
    }

    /// <summary>
    /// Lets PostgreSQL tell whether an account's holder lives: each run holds a session-level advisory lock, so that the account of a node that died is free
    /// at once, not when its lease lapses. Who may commit is still told by the store's fence alone (rule W-4): a holder that was only paused, or lost its
    /// connection, stops as soon as it knows and can never commit after takeover. At most one connection for each account that runs; sessions must not pass
    /// through a pooler that shares them between transactions. All nodes should use it, but a mixture is safe.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string of Npgsql; the same database for all nodes, usually the store's.</param>
    /// <exception cref="ArgumentException">The connection string is empty.</exception>
    public static DotdigitalIntegrationBuilder UsePostgresLocks(this DotdigitalIntegrationBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.RemoveAll<IAccountLocks>();
        builder.Services.AddSingleton<IAccountLocks>(provider => ActivatorUtilities.CreateInstance<PostgresAccountLocks>(
            provider, provider.GetRequiredService<ISyncStore>().Locks, new PostgresSessions(connectionString)));
        return builder;
    }
}
