using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration;

/// <summary>Settings of the engine, under <c>Dotdigital</c>. Durations and sizes have the defaults of BEHAVIOUR sections 1, 2 and 5.</summary>
public sealed class DotdigitalIntegrationOptions
{
    /// <summary>The connected accounts by the host's name for them.</summary>
    public IDictionary<string, AccountSettings> Accounts { get; } = new Dictionary<string, AccountSettings>(StringComparer.Ordinal);

    /// <summary>How the API is called: time-outs, retries, allowed hosts. Its own credentials are not used; those of <see cref="Accounts"/> are.</summary>
    public DotdigitalClientOptions Client { get; } = new();

    /// <summary>
    /// Hosts that Dotdigital's web application has besides Dotdigital's own, as custom domains: people may be sent there to sign in, and client secrets and
    /// tokens go there, over https only (rule AC-2).
    /// </summary>
    public IList<string> SingleSignOnHosts { get; } = [];

    /// <summary>Between two cycles of an account; 4 minutes.</summary>
    public TimeSpan CycleInterval { get; set; } = TimeSpan.FromMinutes(4);

    /// <summary>Between two asks for the status of unsettled batches; 5 minutes.</summary>
    public TimeSpan ExportStatusInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Between two passes over tracked changes; 5 minutes.</summary>
    public TimeSpan TrackedChangesInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Between two reads of the data fields; a day.</summary>
    public TimeSpan DataFieldsInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Between two reads of the campaigns of connected books; an hour (rule IM-2).</summary>
    public TimeSpan CampaignsInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Between two reconciling reads of the connected books; a day (rule IM-12).</summary>
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long what is over is kept: ended batches with what they carried, events that were set aside, what was set aside of a list after its
    /// connection ended, and members of address books that are gone; 30 days.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How far contact reads reach back behind their watermark; 5 minutes (rule W-1).</summary>
    public TimeSpan ContactsOverlap { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How far opt-out reads reach back behind their watermark; 24 hours (rule W-1).</summary>
    public TimeSpan OptOutsOverlap { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How far activity reads reach back behind their watermark; an hour (rule W-1).</summary>
    public TimeSpan ActivitiesOverlap { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Campaigns sent within this time are asked for activity in every import; 7 days (rule IM-9).</summary>
    public TimeSpan RecentCampaigns { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How contacts are exported; CSV.</summary>
    public ExportTransport Transport { get; set; }

    /// <summary>Rows in one import at most, 1 to 10,000; 10,000.</summary>
    public int MaxBatchRows { get; set; } = 10_000;

    /// <summary>Bytes in one import's request body at most; 10 MB (rule EX-4).</summary>
    public int MaxBatchBytes { get; set; } = 10_000_000;

    /// <summary>Ids in one bulk removal at most; 5,000.</summary>
    public int MaxRemovalRows { get; set; } = 5_000;

    /// <summary>Only books with a connection are stored as memberships when contacts are read (rule IM-3); false: all books.</summary>
    public bool ImportConnectedBooksOnly { get; set; }

    /// <summary>
    /// How contacts and the members of books are read (rules IM-3, IM-12); v3, in one read of the account. V2 reads each included book by itself, for
    /// accounts whose API user may not use contacts v3; it takes a call or more for every book in every cycle, which
    /// <see cref="ImportConnectedBooksOnly"/> lessens. Changed addresses and <see cref="ExportTransport.Json"/> are sent by v3 whatever is chosen here.
    /// </summary>
    public ContactsRead ContactsRead { get; set; }

    /// <summary>
    /// A removal of more than this share of a connection's members waits for a confirmation, 1 to 100 percent; 50 (rule CN-5). Removals of the last 24
    /// hours that nobody confirmed count with it. At 100 only <see cref="RemovalGuardMembers"/> guards.
    /// </summary>
    public int RemovalGuardPercent { get; set; } = 50;

    /// <summary>A removal of all members of a connection that has more than this many waits for a confirmation; 10 (rule CN-5).</summary>
    public int RemovalGuardMembers { get; set; } = 10;

    /// <summary>Which connections compare all their members once a day (rule TR-4); those with computed fields.</summary>
    public ForceSyncMode ForceSync { get; set; } = ForceSyncMode.VirtualOnly;

    /// <summary>When the daily comparison begins, on the clock of <see cref="ForceSyncTimeZone"/>; 01:00. The first cycle after it does it, also when the host was down then.</summary>
    public TimeOnly ForceSyncAt { get; set; } = new(1, 0);

    /// <summary>The time zone of <see cref="ForceSyncAt"/> by its IANA name; UTC.</summary>
    public string ForceSyncTimeZone { get; set; } = "UTC";

    /// <summary>
    /// How long a step reads on before the run ends and asks for another, so that opt-outs and batch states have their turn during a read of
    /// millions; 5 minutes (rule W-2). Zero ends it after every page.
    /// </summary>
    public TimeSpan LongReadSlice { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call of a host's handler or writer may take, 1 second to 10 minutes; 30 seconds. Longer counts as a failure: the call is cancelled and made again later.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one run delivers events, and as long again marketing activity, 1 second to an hour; a minute. The next run goes on where it ended.</summary>
    public TimeSpan DeliveryTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes in one request of a webhook at most, 10,000 to 100,000,000; 5 MB. A larger one is refused, and sent again by Dotdigital for a day.</summary>
    public int MaxWebhookBytes { get; set; } = 5_000_000;

    /// <summary>How long an account's lock outlives a holder that died; 30 seconds. It is renewed every third of it (rule BL-4).</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The intervals and times that an account may have of its own.</summary>
    internal AccountSchedule ToSchedule() => new()
    {
        CycleInterval = CycleInterval,
        ExportStatusInterval = ExportStatusInterval,
        DataFieldsInterval = DataFieldsInterval,
        CampaignsInterval = CampaignsInterval,
        ReconcileInterval = ReconcileInterval,
        Retention = Retention,
        ForceSync = ForceSync,
        ForceSyncAt = ForceSyncAt,
        ForceSyncTimeZone = ForceSyncTimeZone,
    };

    /// <summary>These settings with an account's own intervals in place of the common ones.</summary>
    internal DotdigitalIntegrationOptions For(AccountSchedule schedule)
    {
        var own = (DotdigitalIntegrationOptions)MemberwiseClone();
        own.CycleInterval = schedule.CycleInterval ?? CycleInterval;
        own.ExportStatusInterval = schedule.ExportStatusInterval ?? ExportStatusInterval;
        own.DataFieldsInterval = schedule.DataFieldsInterval ?? DataFieldsInterval;
        own.CampaignsInterval = schedule.CampaignsInterval ?? CampaignsInterval;
        own.ReconcileInterval = schedule.ReconcileInterval ?? ReconcileInterval;
        own.Retention = schedule.Retention ?? Retention;
        own.ForceSync = schedule.ForceSync ?? ForceSync;
        own.ForceSyncAt = schedule.ForceSyncAt ?? ForceSyncAt;
        own.ForceSyncTimeZone = schedule.ForceSyncTimeZone ?? ForceSyncTimeZone;
        return own;
    }
}
