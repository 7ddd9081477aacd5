namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>What is said after a change, by the code that the address carries: a text in an address could be made up by others.</summary>
internal static class Notices
{
    public const string SyncRequested = "sync";
    public const string RefreshRequested = "refresh";
    public const string Connected = "connected";
    public const string Switched = "switched";
    public const string OptionsSaved = "options";
    public const string Enabled = "enabled";
    public const string Disabled = "disabled";
    public const string Disconnected = "disconnected";
    public const string RemovalConfirmed = "removal";
    public const string AccountAdded = "account-added";
    public const string AccountSaved = "account-saved";
    public const string AccountEnabled = "account-enabled";
    public const string AccountDisabled = "account-disabled";
    public const string MappingSaved = "mapping-saved";
    public const string MappingRemoved = "mapping-removed";
    public const string DataFieldCreated = "field-created";
    public const string DataFieldDeleted = "field-deleted";
    public const string DataFieldsRead = "fields-read";
    public const string DataFieldsLater = "fields-later";
    public const string EventRetried = "event-retried";
    public const string EventObsolete = "event-obsolete";
    public const string EventDismissed = "event-dismissed";
    public const string EventGone = "event-gone";
    public const string JobRequested = "job";
    public const string ScheduleSaved = "schedule";
    public const string Released = "released";
    public const string NothingReleased = "not-released";
    public const string AccountRemoved = "account-removed";
    public const string WebhookSecretsSaved = "webhook-secrets";
    public const string SignInForgotten = "sign-in-forgotten";
    public const string Merged = "merged";

    /// <summary>The words of a code; null for one unheard of.</summary>
    public static string? Find(string code) => code switch
    {
        SyncRequested => "A sync was asked for. It runs within seconds, or as soon as the one under way ends.",
        RefreshRequested => "The next sync compares every member of the list with Dotdigital.",
        Connected => "The list is connected. Its first sync was asked for.",
        Switched => "The list goes to the other address book. A sync was asked for.",
        OptionsSaved => "The options were saved.",
        Enabled => "The connection is exported again; all its members are compared.",
        Disabled => "The connection is paused. Opt-outs go on, both ways.",
        Disconnected => "The list is disconnected. Opt-outs go on for the members it added.",
        RemovalConfirmed => "The removal is confirmed. The next sync carries it out.",
        AccountAdded => "The account was added. Its first sync was asked for.",
        AccountSaved => "The account was saved.",
        AccountEnabled => "The account is enabled. A sync was asked for.",
        AccountDisabled => "The account is disabled. A run under way ends first.",
        MappingSaved => "The mapping was saved. The next export compares what it changed.",
        MappingRemoved => "The stored mapping was removed: the rows declared in code count again.",
        DataFieldCreated => "The data field was created in Dotdigital.",
        DataFieldDeleted => "The data field was deleted in Dotdigital.",
        DataFieldsRead => "The data fields were read.",
        DataFieldsLater => "A run is under way: the data fields are read in the next one.",
        EventRetried => "The event is delivered again by the next run.",
        EventObsolete => "The event was no longer true, and was dismissed instead.",
        EventDismissed => "The event was dismissed.",
        EventGone => "That event is no longer set aside.",
        JobRequested => "The job was asked for. It runs within seconds, or as soon as the run under way ends.",
        ScheduleSaved => "The schedule was saved. Every process follows within 30 seconds.",
        Released => "The members were released. They go with the next sync, which was asked for.",
        NothingReleased => "Nothing was held back any more.",
        AccountRemoved => "The account's stored settings were removed.",
        WebhookSecretsSaved => "The webhook secrets were saved. Every process takes them within 30 seconds.",
        SignInForgotten => "You are disconnected from Dotdigital. Nobody else is.",
        Merged => "The marketing campaigns were merged: activity that comes from now on counts for the one that stays.",
        _ => null,
    };
}
