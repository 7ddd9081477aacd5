using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration;

/// <summary>Settings of the engine, under <c>Dotdigital</c>. Durations and sizes have the defaults of BEHAVIOUR sections 1, 2 and 5.</summary>
public sealed class DotdigitalIntegrationOptions
{
    /// <summary>The connected accounts by the host's name for them.</summary>
    public IDictionary<string, AccountSettings> Accounts { get; } = new Dictionary<string, AccountSettings>(StringComparer.Ordinal);

    /// <summary>How the API is called: time-outs, retries, allowed hosts. Its own credentials are not used; those of <see cref="Accounts"/> are.</summary>
    public DotdigitalClientOptions Client { get; } = new();

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

    /// <summary>How long ended batches are kept; 30 days.</summary>
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

    /// <summary>How long one call of a host's handler or writer may take, 1 second to 10 minutes; 30 seconds. Longer counts as a failure: the call is cancelled and made again later.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one run delivers events, and as long again marketing activity, 1 second to an hour; a minute. The next run goes on where it ended.</summary>
    public TimeSpan DeliveryTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an account's lock outlives a holder that died; 30 seconds. It is renewed every third of it (rule BL-4).</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);
}
