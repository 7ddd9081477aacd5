namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>The names of the jobs, as reports, logs, requests and schedules know them.</summary>
public static class JobNames
{
    /// <summary>Opt-outs, import and export.</summary>
    public const string Cycle = "cycle";

    /// <summary>Opt-outs and import.</summary>
    public const string Import = "import";

    /// <summary>Opt-outs and export.</summary>
    public const string Export = "export";

    /// <summary>The status of unsettled batches.</summary>
    public const string ExportStatus = "export-status";

    /// <summary>Tracked changes.</summary>
    public const string TrackedChanges = "tracked-changes";

    /// <summary>A read of the data fields that was asked for.</summary>
    public const string DataFields = "data-fields";

    /// <summary>Events to the host's handlers, without a call to Dotdigital: what webhooks brought is delivered by it at once.</summary>
    public const string DeliverEvents = "deliver-events";

    /// <summary>Erasing people who asked to be forgotten (rule PR-1); every other job begins with it, too.</summary>
    public const string Privacy = "privacy";

    /// <summary>The account itself, in stored job states only: whether Dotdigital accepts its API user (rule AC-1).</summary>
    public const string Account = "account";

    /// <summary>Marketing activity to the host's handlers, in stored job states only.</summary>
    public const string DeliverActivities = "deliver-activities";

    /// <summary>A dry run; never remembered when the account is busy.</summary>
    public const string Plan = "plan";
}
