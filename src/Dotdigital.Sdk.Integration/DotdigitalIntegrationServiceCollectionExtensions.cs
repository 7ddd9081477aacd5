using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AddressBooks;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Dotdigital.Sdk.Integration.TwoWay;
using Dotdigital.Sdk.Integration.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration;

/// <summary>Registers the integration.</summary>
public static class DotdigitalIntegrationServiceCollectionExtensions
{
    /// <summary>Registers the engine with settings from a configuration section; a key that no setting has fails at start, with its name.</summary>
    /// <example>
    /// <code>
    /// builder.Services
    ///     .AddDotdigitalIntegration(builder.Configuration.GetSection("Dotdigital"))
    ///     .AddMarketingList&lt;ShopContext, Customer&gt;("newsletter", list => list.Email(c => c.Email).Map("FIRSTNAME", c => c.FirstName))
    ///     .UseSqliteStore("Data Source=dotdigital.db")
    ///     .AddScheduler();
    /// </code>
    /// </example>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The section with <c>Accounts</c>, <c>Client</c> and the engine's settings.</param>
    /// <returns>The builder that lists, store and scheduler hang on. Calling it twice is harmless: the settings add up.</returns>
    public static DotdigitalIntegrationBuilder AddDotdigitalIntegration(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DotdigitalIntegrationOptions>().Bind(configuration, static binder => binder.ErrorOnUnknownConfiguration = true);
        return services.AddDotdigitalIntegration();
    }

    /// <summary>Registers the engine with settings made in code.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; may be left out when they come from elsewhere.</param>
    /// <returns>The builder that lists, store and scheduler hang on. Calling it twice is harmless: the settings add up.</returns>
    public static DotdigitalIntegrationBuilder AddDotdigitalIntegration(this IServiceCollection services, Action<DotdigitalIntegrationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<DotdigitalIntegrationOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddLogging();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DotdigitalIntegrationOptions>, DotdigitalIntegrationOptionsValidator>());
        var client = services.AddDotdigitalClient();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<DotdigitalClientOptions>, ClientOptionsFromIntegration>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDotdigitalCallObserver, StepCalls>());
        services.TryAddSingleton<SyncTelemetry>();
        services.TryAddSingleton<IAccountClients, AccountClients>();
        services.TryAddSingleton<IAccountChecker, AccountChecker>();
        services.TryAddSingleton<ISecretProtector, MissingSecretProtector>();
        services.TryAddSingleton<AccountDirectory>();
        services.TryAddSingleton<AccountConnector>();
        services.TryAddSingleton<AccountUse>();
        services.TryAddSingleton<IAccountService, AccountService>();
        services.TryAddSingleton(new TokenClientName(client.HttpClient.Name));
        services.TryAddSingleton<TokenClient>();
        services.TryAddSingleton<ISingleSignOnService, SingleSignOnService>();
        services.TryAddSingleton<RunRecorder>();
        services.TryAddSingleton<ISyncMonitor, SyncMonitor>();
        services.TryAddSingleton<ISyncRequests, SyncRequests>();
        services.TryAddSingleton<AccountRunner>();
        services.TryAddSingleton<MarketingListCatalogue>();
        AddSteps(services);
        services.TryAddSingleton<IMarketingListStatusReader, MarketingListStatusReader>();
        services.TryAddSingleton<IMarketingListOverviewReader, MarketingListOverviewReader>();
        services.TryAddSingleton<IImportOrchestrator, ImportOrchestrator>();
        services.TryAddSingleton<IExportOrchestrator, ExportOrchestrator>();
        services.TryAddSingleton<IExportStatusOrchestrator, ExportStatusOrchestrator>();
        services.TryAddSingleton<ISyncOrchestrator, SyncOrchestrator>();
        services.TryAddSingleton<ISubscriptionService, SubscriptionService>();
        services.TryAddSingleton<IEventDelivery, EventDelivery>();
        services.TryAddSingleton<IWebhookReceiver, WebhookReceiver>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IDotdigitalEventHandler<WebhookReceived>, WebhookHandlers>());
        services.TryAddSingleton<AddressBookFinder>();
        services.TryAddSingleton<IConnectionService, ConnectionService>();
        services.TryAddSingleton<ICampaignLinks, CampaignLinks>();
        services.TryAddSingleton<ICampaignReader, CampaignReader>();
        services.TryAddSingleton<IOutboxInspector, OutboxInspector>();
        services.TryAddSingleton<ISetAsideReader, SetAsideReader>();
        services.TryAddSingleton<IPrivacyService, PrivacyService>();
        services.TryAddSingleton<IContactExplainer, ContactExplainer>();
        services.TryAddSingleton<IPersonHistoryReader, PersonHistoryReader>();
        services.TryAddSingleton<ITrackedChangeProcessor, TrackedChangeProcessor>();
        services.TryAddSingleton<TrackedFields>();
        services.TryAddSingleton<ITrackedFields>(static provider => provider.GetRequiredService<TrackedFields>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LoadTrackedFields>());
        services.TryAddSingleton<IMappingService, MappingService>();
        services.TryAddSingleton<IDataFieldService, DataFieldService>();
        services.TryAddSingleton<IFieldChangeRecorder, FieldChangeRecorder>();
        services.TryAddSingleton<ISyncStore>(static _ => throw new InvalidOperationException(
            "The Dotdigital integration has no store: call UseSqliteStore(...), or UseInMemoryStore() for a trial, on the builder that AddDotdigitalIntegration() returns."));
        services.TryAddSingleton(static provider => provider.GetRequiredService<ISyncStore>().Changes);
        services.TryAddSingleton(static provider => provider.GetRequiredService<ISyncStore>().Locks);
        services.TryAddSingleton<SyncJobs>();
        services.TryAddSingleton<RunnerGuard>();
        return new DotdigitalIntegrationBuilder(services);
    }

    private static void AddSteps(IServiceCollection services)
    {
        services.TryAddSingleton<SyncDataFieldsStep>();
        services.TryAddSingleton<DataFieldCreator>();
        services.TryAddSingleton<ImportAddressBooksStep>();
        services.TryAddSingleton<ConnectDeclaredListsStep>();
        services.TryAddSingleton<ImportCampaignsStep>();
        services.TryAddSingleton<FindActiveCampaignsStep>();
        services.TryAddSingleton<ImportActivitiesStep>();
        services.TryAddSingleton<ImportSummariesStep>();
        services.TryAddSingleton<ImportContactsByBookStep>();
        services.TryAddSingleton<WriteFieldsStep>();
        services.TryAddSingleton<ReconcileMembersStep>();
        services.TryAddSingleton<ImportSteps>();
        services.TryAddSingleton<EventDispatcher>();
        services.TryAddSingleton<DeliverEventsStep>();
        services.TryAddSingleton<RaiseChangedItemsStep>();
        services.TryAddSingleton<ForceSyncStep>();
        services.TryAddSingleton<DailySteps>();
        services.TryAddSingleton<CampaignHostAsker>();
        services.TryAddSingleton<DeliverActivitiesStep>();
        services.TryAddSingleton<RunEnding>();
        services.TryAddSingleton<ErasePeopleStep>();
    }
}
