using System.Text.Json;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What jobs and batches are called in front of a person.</summary>
internal static class JobWords
{
    /// <summary>A job.</summary>
    public static string Job(string job) => job switch
    {
        JobNames.Cycle => "Sync: opt-outs, import, export",
        JobNames.Import => "Import",
        JobNames.Export => "Export",
        JobNames.ExportStatus => "Looking after unfinished imports",
        JobNames.TrackedChanges => "Changes of records",
        JobNames.DataFields => "Data fields",
        JobNames.Privacy => "Forgetting people",
        JobNames.Account => "Signing in to Dotdigital",
        JobNames.DeliverEvents => "Events to the application",
        JobNames.DeliverActivities => "Marketing activity to the application",
        _ => job,
    };

    /// <summary>What a batch does.</summary>
    public static string Kind(BatchKind kind) => kind switch
    {
        BatchKind.CsvImport or BatchKind.JsonImport => "Import",
        BatchKind.Removal => "Removal",
        BatchKind.Rename => "New addresses",
        _ => kind.ToString(),
    };

    /// <summary>Where a run stands: the badge's tone and its words.</summary>
    public static (string Tone, string Text) State(SyncRunState state) => state switch
    {
        SyncRunState.Running => ("busy", "Under way"),
        SyncRunState.Succeeded => ("ok", "Done"),
        SyncRunState.Failed => ("bad", "Failed"),
        SyncRunState.Cancelled => ("idle", "Stopped by the application"),
        SyncRunState.Lost => ("warn", "Another run took over"),
        SyncRunState.Vanished => ("warn", "Never told its end"),
        _ => ("idle", state.ToString()),
    };

    /// <summary>Batches of a state, after their number.</summary>
    public static string State(BatchState state) => state switch
    {
        BatchState.Sending => "being sent",
        BatchState.Sent => "at Dotdigital",
        BatchState.Ended => "being settled",
        BatchState.Stalled => "unusually slow",
        BatchState.Settled => "settled",
        BatchState.Lost => "with a lost answer",
        BatchState.Refused => "refused",
        _ => state.ToString(),
    };

    /// <summary>What to see to before held members are released.</summary>
    public static string BeforeRelease(string reason) => reason switch
    {
        SetAsideReason.RejectedByWatchdog => "Dotdigital's watchdog stops imports that look harmful. Have the data, or the account's standing, looked at with Dotdigital's support first: sending the same again is rejected again.",
        SetAsideReason.ExceedsContactLimit => "The account's contact allowance is used up. Have it extended in Dotdigital first, or remove contacts there.",
        SetAsideReason.FailedRepeatedly => "Their import failed three times. Look at the batches' reports first: what made them fail makes them fail again.",
        SetAsideReason.EmailConflict => "Two records exchanged their addresses. Give one of them another address first, or release them when the exchange is over.",
        _ => "See to what held them first.",
    };

    /// <summary>The counters of a batch's report that are not 0.</summary>
    public static string Report(string? report)
    {
        if (report is null)
        {
            return string.Empty;
        }

        try
        {
            using var json = JsonDocument.Parse(report);
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? string.Empty
                : string.Join(", ", json.RootElement.EnumerateObject().Where(static counter => counter.Value.ValueKind == JsonValueKind.Number && counter.Value.TryGetInt64(out var count) && count > 0).Select(static counter => $"{Words.Number(counter.Value.GetInt64())} {Spell(counter.Name)}"));
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }

    /// <summary><c>NewContacts</c> is new contacts.</summary>
    private static string Spell(string name) => string.Concat(name.Select(static (letter, i) => char.IsUpper(letter) ? (i == 0 ? string.Empty : " ") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>Where a batch stands: the badge's tone and its words.</summary>
    public static (string Tone, string Text) State(BatchRecord batch) => batch.State switch
    {
        BatchState.Sending => ("busy", "Being sent"),
        BatchState.Sent => ("busy", "Dotdigital works on it"),
        BatchState.Ended => ("busy", "Being settled"),
        BatchState.Stalled => ("warn", "Takes unusually long"),
        BatchState.Settled when batch.Outcome is "RejectedByWatchdog" => ("bad", "Rejected by the watchdog"),
        BatchState.Settled when batch.Outcome is "ExceedsAllowedContactLimit" => ("bad", "Contact allowance used up"),
        BatchState.Settled when batch.Outcome is "Failed" or "InvalidFileFormat" => ("warn", "Failed; due again"),
        BatchState.Settled when batch.Error is not null => ("warn", batch.Outcome ?? "Settled"),
        BatchState.Settled => ("ok", "Done"),
        BatchState.Lost => ("warn", "Answer lost; sent again"),
        BatchState.Refused => ("bad", "Refused; due again"),
        _ => ("idle", batch.State.ToString()),
    };
}
