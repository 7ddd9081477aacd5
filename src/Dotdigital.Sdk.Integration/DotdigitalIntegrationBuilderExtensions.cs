using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Dotdigital.Sdk.Integration.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration;

/// <summary>Adds the parts of the integration that every host chooses from.</summary>
public static class DotdigitalIntegrationBuilderExtensions
{
    /// <summary>Adds a marketing list that the host describes itself, for hosts without EF Core.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="list">The list; its name must be unique.</param>
    public static DotdigitalIntegrationBuilder AddMarketingList(this DotdigitalIntegrationBuilder builder, MarketingList list)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(list);
        builder.Services.AddSingleton(list);
        return builder;
    }

    /// <summary>Keeps the engine's state in memory: for tests and trials, since it is gone with the process.</summary>
    public static DotdigitalIntegrationBuilder UseInMemoryStore(this DotdigitalIntegrationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISyncStore>(static services => new Storage.InMemory.InMemorySyncStore(services.GetRequiredService<TimeProvider>())));
        return builder;
    }

    /// <summary>
    /// Encrypts stored secrets under a key that only this process has, for tests and trials: after a restart none can be read, and passwords are to be
    /// set again. For production use the Data Protection of Dotdigital.Sdk.Integration.EntityFrameworkCore.
    /// </summary>
    public static DotdigitalIntegrationBuilder UseInMemorySecretProtector(this DotdigitalIntegrationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISecretProtector, InMemorySecretProtector>());
        return builder;
    }

    /// <summary>Adds a handler of the mapping-tracked-fields hook (rule TR-1); handlers run in the order in which they were added.</summary>
    /// <typeparam name="THandler">The handler, a singleton.</typeparam>
    public static DotdigitalIntegrationBuilder AddTrackedFieldsHandler<THandler>(this DotdigitalIntegrationBuilder builder)
        where THandler : class, IMappingTrackedFieldsHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMappingTrackedFieldsHandler, THandler>());
        return builder;
    }

    /// <summary>Adds a handler that changes which lists the daily comparison is for (rule TR-4).</summary>
    /// <typeparam name="THandler">The handler, a singleton.</typeparam>
    public static DotdigitalIntegrationBuilder AddForceSyncHandler<THandler>(this DotdigitalIntegrationBuilder builder)
        where THandler : class, IForceSyncHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IForceSyncHandler, THandler>());
        return builder;
    }

    /// <summary>Adds a handler of an event, or of all events with <see cref="DotdigitalEvent"/>; made in a scope of its own for each event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <typeparam name="THandler">The handler.</typeparam>
    public static DotdigitalIntegrationBuilder AddEventHandler<TEvent, THandler>(this DotdigitalIntegrationBuilder builder)
        where TEvent : DotdigitalEvent
        where THandler : class, IDotdigitalEventHandler<TEvent>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IDotdigitalEventHandler<TEvent>, THandler>());
        return builder;
    }

    /// <summary>Adds a handler of marketing activity, which comes in pages (rule IM-9); made in a scope of its own for each page.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    public static DotdigitalIntegrationBuilder AddMarketingActivityHandler<THandler>(this DotdigitalIntegrationBuilder builder)
        where THandler : class, IMarketingActivityHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<IMarketingActivityHandler, THandler>());
        return builder;
    }

    /// <summary>Adds a handler of Dotdigital's webhooks; made in a scope of its own for each event. Call it again for further names; a repeated call is harmless.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The event that it is for, as <see cref="WebhookEventNames.MessageDelivered"/>, compared ignoring case; null for all, those of names not known yet included.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static DotdigitalIntegrationBuilder AddWebhookHandler<THandler>(this DotdigitalIntegrationBuilder builder, string? name = null)
        where THandler : class, IWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (name is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        }

        builder.Services.TryAddScoped<THandler>();
        builder.Services.AddSingleton(new WebhookHandlerRegistration(name, typeof(THandler)));
        return builder;
    }

    /// <summary>Has the host create its own email and marketing campaigns for Dotdigital's (rule IM-2); a second call replaces the first. Made in a scope of its own for each question.</summary>
    /// <typeparam name="THost">The host's side.</typeparam>
    public static DotdigitalIntegrationBuilder AddCampaignHost<THost>(this DotdigitalIntegrationBuilder builder)
        where THost : class, ICampaignHost
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Scoped<ICampaignHost, THost>());
        return builder;
    }

    /// <summary>
    /// Runs all jobs of all enabled accounts in the host, by the intervals of the options (BEHAVIOUR section 2). Calling it twice is harmless. Stopping
    /// the host cancels the runs and waits for what they have under way, for as long as the host's shutdown timeout allows. On a store that serves one
    /// runner (SQLite) the host's start fails with <see cref="SecondRunnerException"/> while another process runs the jobs; it waits for the other's
    /// lease (<see cref="DotdigitalIntegrationOptions.LeaseDuration"/>) to see whether that one lives.
    /// </summary>
    public static DotdigitalIntegrationBuilder AddScheduler(this DotdigitalIntegrationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SyncScheduler>());
        builder.Services.AddSingleton(new SchedulerChoice("AddScheduler()"));
        return builder;
    }
}
