using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>One account's own intervals and daily comparison, in place of the engine's (BEHAVIOUR section 2); what is null stays as <see cref="DotdigitalIntegrationOptions"/> has it.</summary>
public sealed record AccountSchedule
{
    /// <summary>Between two cycles, 1 second to 31 days.</summary>
    public TimeSpan? CycleInterval { get; set; }

    /// <summary>Between two asks for the status of unsettled batches, 1 second to 31 days.</summary>
    public TimeSpan? ExportStatusInterval { get; set; }

    /// <summary>Between two reads of the data fields, at most 31 days.</summary>
    public TimeSpan? DataFieldsInterval { get; set; }

    /// <summary>Between two reads of the campaigns of connected books, at most 31 days.</summary>
    public TimeSpan? CampaignsInterval { get; set; }

    /// <summary>Between two reconciling reads of the connected books, at most 31 days.</summary>
    public TimeSpan? ReconcileInterval { get; set; }

    /// <summary>How long what is over is kept, 7 to 3,660 days (<see cref="DotdigitalIntegrationOptions.Retention"/>).</summary>
    public TimeSpan? Retention { get; set; }

    /// <summary>Which connections compare all their members once a day (rule TR-4).</summary>
    public ForceSyncMode? ForceSync { get; set; }

    /// <summary>When the daily comparison begins, on the clock of <see cref="ForceSyncTimeZone"/>.</summary>
    public TimeOnly? ForceSyncAt { get; set; }

    /// <summary>The time zone of <see cref="ForceSyncAt"/> by its IANA name, whichever of the two is the account's own.</summary>
    public string? ForceSyncTimeZone { get; set; }
}
