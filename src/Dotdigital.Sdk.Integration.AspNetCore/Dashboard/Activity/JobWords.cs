using Dotdigital.Sdk.Integration.Accounts;
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

    /// <summary>Where a batch stands: the badge's tone and its words.</summary>
    public static (string Tone, string Text) State(BatchRecord batch) => batch.State switch
    {
        BatchState.Sending => ("busy", "Being sent"),
        BatchState.Sent => ("busy", "Dotdigital works on it"),
        BatchState.Ended => ("busy", "Being settled"),
        BatchState.Stalled => ("warn", "Takes unusually long"),
        BatchState.Settled when batch.Error is not null => ("warn", batch.Outcome ?? "Settled"),
        BatchState.Settled => ("ok", "Done"),
        BatchState.Lost => ("warn", "Answer lost; sent again"),
        BatchState.Refused => ("bad", "Refused; due again"),
        _ => ("idle", batch.State.ToString()),
    };
}
