using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.People;

/// <summary>An event of a person's history in words.</summary>
/// <param name="Tone">The tone of its badge.</param>
/// <param name="What">What happened.</param>
/// <param name="Where">The list, address book or campaign.</param>
/// <param name="Detail">More; null when there is no more to say.</param>
internal sealed record EventWords(string Tone, string What, string? Where, string? Detail)
{
    /// <summary>The words.</summary>
    public static EventWords Of(PersonEvent happened) => happened.Kind switch
    {
        PersonEventKind.Subscribed => new("ok", "Subscribed", "Dotdigital", null),
        PersonEventKind.LeftAccount => new("warn", "Opted out of everything", "Dotdigital", $"Status {happened.Code}."),
        PersonEventKind.LeftAddressBook => new("warn", "Opted out of an address book", happened.Subject, $"Status {happened.Code}."),
        PersonEventKind.ItemOptedOut => new(
            "warn", "Opt-out kept", happened.ListName, $"Record {happened.ItemId}: {(happened.IsOfHost ? "the application" : "Dotdigital")} said so{(string.IsNullOrEmpty(happened.Code) || (happened.IsOfHost && happened.Code is "OptedOutInHost") ? string.Empty : $" ({happened.Code})")}."),
        PersonEventKind.Batch => new(BatchTone(happened.Batch), BatchWhat(happened.Batch), happened.ListName ?? happened.Subject, BatchDetail(happened)),
        PersonEventKind.SetAside => new("warn", "Set aside", happened.ListName ?? happened.Subject, Join(Words.SetAside(happened.Code ?? SetAsideReason.Unknown), happened.Detail)),
        PersonEventKind.Campaign => new("idle", "Was sent a campaign", happened.Subject, happened.Activity is { } activity ? Did(activity) : null),
        PersonEventKind.EventToHost => new("busy", "Waits for the application", null, Join($"{happened.Code} is not accepted yet", happened.Detail)),
        PersonEventKind.ChangeToHost => new("busy", "Change to take over", happened.ListName, Join("Dotdigital's values are not written to the application yet", happened.Detail)),
        _ => new("idle", happened.Kind.ToString(), happened.ListName, happened.Detail),
    };

    private static string BatchTone(BatchRecord? batch) => batch switch
    {
        null => "idle",
        { State: BatchState.Refused or BatchState.Lost or BatchState.Stalled } => "warn",
        { State: BatchState.Settled, Outcome: null or "Finished" } => "ok",
        { State: BatchState.Settled } => "warn",
        _ => "busy",
    };

    private static string BatchWhat(BatchRecord? batch) => batch switch
    {
        null => "Was in a batch",
        { State: BatchState.Settled, Kind: BatchKind.Removal } => "Removal ended",
        { State: BatchState.Settled } => "Import ended",
        { State: BatchState.Refused } => "Batch refused",
        { State: BatchState.Lost } => "Answer lost, sent again",
        { State: BatchState.Stalled } => "Import does not end",
        { Kind: BatchKind.Removal } => "Is being removed",
        _ => "Is being imported",
    };

    private static string BatchDetail(PersonEvent happened)
    {
        var number = $"Batch {happened.BatchId?.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return happened.Batch is not { } batch
            ? $"{number}; how it ended is no longer kept."
            : Join($"{number} of {Words.Count(batch.MemberCount, "person", "people")}{(batch.State == BatchState.Settled ? $": {batch.Outcome ?? "ended"}" : string.Empty)}", happened.Detail)!;
    }

    private static string Did(ActivityRecord activity)
    {
        var did = new List<string>();
        Add(activity.Opens > 0, $"opened {Words.Count(activity.Opens, "time", "times")}");
        Add(activity.Clicks > 0, $"clicked {Words.Count(activity.Clicks, "time", "times")}");
        Add(activity.Replies > 0, "replied");
        Add(activity.Forwards > 0, "forwarded it");
        Add(activity.IsSoftBounced, "it bounced for now");
        Add(activity.IsHardBounced, "it bounced for good");
        Add(activity.IsUnsubscribed, "unsubscribed");
        return did.Count == 0 ? "Nothing was heard of it." : Words.Sentence(string.Join(", ", did));

        void Add(bool holds, string what)
        {
            if (holds)
            {
                did.Add(what);
            }
        }
    }

    private static string? Join(string text, string? more) => string.IsNullOrEmpty(more) ? Words.Sentence(text) : $"{Words.Sentence(text)} {Words.Sentence(more)}";
}
