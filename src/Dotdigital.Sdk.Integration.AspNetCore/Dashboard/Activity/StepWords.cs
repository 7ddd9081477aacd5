using System.Globalization;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What steps, tiers and calls are called in front of a person.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, string> Steps = new(StringComparer.Ordinal)
    {
        ["ReadBookOptOuts"] = "Opt-outs of address books",
        ["ReadSuppressions"] = "Opt-outs of the account",
        ["TellHostOptOuts"] = "Telling Dotdigital of opt-outs",
        ["DeliverEvents"] = "Events to the application",
        ["DeliverActivities"] = "Marketing activity to the application",
        ["TellSetAside"] = "Counting rows set aside",
        ["ErasePeople"] = "Forgetting people",
        ["SyncDataFields"] = "Data fields",
        ["ImportAddressBooks"] = "Address books",
        ["ConnectDeclaredLists"] = "Connecting declared lists",
        ["ImportCampaigns"] = "Campaigns",
        ["ImportContacts"] = "Contacts",
        ["WriteFields"] = "Fields to the application",
        ["CreateItems"] = "New records in the application",
        ["FindActiveCampaigns"] = "Finding campaigns with activity",
        ["ImportActivities"] = "Campaign activity",
        ["ImportSummaries"] = "Campaign summaries",
        ["ReconcileMembers"] = "Comparing members",
        ["RecoverLostBatches"] = "Recovering lost imports",
        ["StageKeys"] = "Reading the list",
        ["FindLeavers"] = "Finding who left",
        ["MarkOptedOutItems"] = "Marking opt-outs in the list",
        ["PrepareContacts"] = "Comparing values",
        ["SendRemovals"] = "Sending removals",
        ["SendRenames"] = "Sending new addresses",
        ["SendContacts"] = "Sending contacts",
        ["CheckBatches"] = "Looking after unfinished imports",
        ["RemoveAddedMembers"] = "Removing members of former lists",
        ["ForceSync"] = "Daily comparison",
        ["Retention"] = "Forgetting what is old",
        ["ProcessChanges"] = "Changes of records",
    };

    /// <summary>A step; one unheard of is shown as it is.</summary>
    public static string Of(string step) => Steps.GetValueOrDefault(step, step);

    /// <summary>A tier: <c>lowCallRate</c> is low.</summary>
    public static string Tier(string tier) => tier switch
    {
        RateLimitTier.HourlyCap => "Hourly cap",
        "unknown" => "not told",
        _ when tier.EndsWith("CallRate", StringComparison.OrdinalIgnoreCase) => $"{char.ToUpperInvariant(tier[0])}{tier[1..^"CallRate".Length]}",
        _ => tier,
    };

    /// <summary>Calls by tier.</summary>
    public static string Calls(IReadOnlyDictionary<string, int> calls) => calls.Count == 0
        ? "No API calls so far."
        : $"{Words.Count(calls.Values.Sum(), "API call", "API calls")}: {string.Join(", ", calls.OrderBy(static tier => tier.Key, StringComparer.Ordinal).Select(static tier => $"{Words.Number(tier.Value)} {Tier(tier.Key)}"))}.";

    /// <summary>How long something took.</summary>
    public static string Took(TimeSpan span) => span.TotalSeconds < 0.1 ? "under 0.1 s" : span.TotalSeconds < 10 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s") : span.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s") : Words.Span(span);
}
