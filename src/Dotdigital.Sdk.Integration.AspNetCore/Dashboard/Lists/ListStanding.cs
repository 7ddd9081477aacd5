using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>Where a list stands, in one sentence.</summary>
/// <param name="Tone"><c>ok</c>, <c>busy</c>, <c>warn</c>, <c>bad</c> or <c>idle</c>.</param>
/// <param name="Word">In a word or two.</param>
/// <param name="Sentence">In a sentence, with what to do when there is something to do.</param>
internal sealed record ListStanding(string Tone, string Word, string Sentence)
{
    /// <summary>A list without a connection.</summary>
    public static ListStanding NotConnected { get; } = new("idle", "Not connected", "Connect it to an address book to have its people exported.");

    /// <summary>The most important that there is to say comes first.</summary>
    public static ListStanding Of(bool isAccountEnabled, Connection connection, MarketingListStatus status) => (connection, status) switch
    {
        _ when !isAccountEnabled => new("idle", "Account disabled", "Nothing runs for it until the account is enabled."),
        ({ IsAddressBookGone: true }, _) => new("bad", "Address book gone", "Its address book was deleted in Dotdigital: disconnect the list and connect it to another one."),
        ({ State: ConnectionState.Disabled }, _) => new("idle", "Paused", "Nothing is exported. Opt-outs go on, both ways."),
        ({ PendingRemoval: { } removal }, _) => new(
            "warn", "Confirm removal", $"{Words.Number(removal.Leavers)} of {Words.Number(removal.Members)} members left the list. So many are removed only when you confirm it; all else goes on."),
        (_, { ExportStatus: not (null or "Finished" or "NotFinished") and var error }) => new("bad", "Export failed", $"The last export ended with {error}. It is tried again by itself where that can help."),
        (_, { Held: > 0 and var held }) => new("warn", "Held back", $"{Words.Count(held, "member is", "members are")} held back; look at the rows set aside."),
        (_, { InBatch: > 0 and var travelling }) => new("busy", "Exporting", $"{Words.Count(travelling, "member is", "members are")} on the way; Dotdigital has not finished the import yet."),
        (_, { LastImportedAt: null }) => new("busy", "First sync", "The address book is read once before anything is sent."),
        (_, { Due: > 0 and var due }) => new("busy", "Changes waiting", $"{Words.Count(due, "member waits", "members wait")} for the next sync."),
        (_, { HostWritesRefused: > 0 and var refused }) => new("warn", "Changes refused", $"{Words.Count(refused, "change", "changes")} from Dotdigital {(refused == 1 ? "was" : "were")} refused by the application; tried again daily."),
        (_, { Faulted: > 0 and var faulted }) => new("warn", "In step, some aside", $"{Words.Count(faulted, "member is", "members are")} set aside until the record changes."),
        _ => new("ok", "In step", "Both sides agree."),
    };
}
