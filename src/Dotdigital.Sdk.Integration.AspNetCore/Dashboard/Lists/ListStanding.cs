using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>Where a list stands, in one sentence.</summary>
/// <param name="Tone"><c>ok</c>, <c>busy</c>, <c>warn</c>, <c>bad</c> or <c>idle</c>.</param>
/// <param name="Word">In a word or two.</param>
/// <param name="Sentence">In a sentence, with what to do when there is something to do.</param>
internal sealed record ListStanding(string Tone, string Word, string Sentence)
{
    /// <summary>The standing in words.</summary>
    public static ListStanding Of(MarketingListOverview list)
    {
        var status = list.Status;
        return list.Standing switch
        {
            MarketingListStanding.NotConnected => new("idle", "Not connected", "Connect it to an address book to have its people exported."),
            MarketingListStanding.AccountDisabled => new("idle", "Account disabled", "Nothing runs for it until the account is enabled."),
            MarketingListStanding.AddressBookGone => new("bad", "Address book gone", "Its address book was deleted in Dotdigital: switch the list to another one."),
            MarketingListStanding.Paused => new("idle", "Paused", "Nothing is exported. Opt-outs go on, both ways."),
            MarketingListStanding.RemovalWaits => new(
                "warn", "Confirm removal", $"{Words.Number(list.Connection!.PendingRemoval!.Leavers)} of {Words.Number(list.Connection.PendingRemoval.Members)} members left the list. So many are removed only when you confirm it; all else goes on."),
            MarketingListStanding.ExportFailed => new("bad", "Export failed", $"The last export ended with {status!.ExportStatus}. It is tried again by itself where that can help."),
            MarketingListStanding.HeldBack => new("warn", "Held back", $"{Words.Count(status!.Held, "member is", "members are")} held back; look at the rows set aside."),
            MarketingListStanding.Exporting => new("busy", "Exporting", $"{Words.Count(status!.InBatch, "member is", "members are")} on the way; Dotdigital has not finished the import yet."),
            MarketingListStanding.FirstSync => new("busy", "First sync", "The address book is read once before anything is sent."),
            MarketingListStanding.ChangesWaiting => new("busy", "Changes waiting", $"{Words.Count(status!.Due, "member waits", "members wait")} for the next sync."),
            MarketingListStanding.HostWritesRefused => new("warn", "Changes refused", $"{Words.Count(status!.HostWritesRefused, "change", "changes")} from Dotdigital {(status.HostWritesRefused == 1 ? "was" : "were")} refused by the application; tried again daily."),
            MarketingListStanding.InStepSomeAside => new("warn", "In step, some aside", $"{Words.Count(status!.Faulted, "member is", "members are")} set aside until the record changes."),
            _ => new("ok", "In step", "Both sides agree."),
        };
    }
}
