using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>The form of an account's intervals and times: what is stored, or what was typed.</summary>
internal sealed record ScheduleForm
{
    /// <summary>The intervals, in their order.</summary>
    public static IReadOnlyList<ScheduleInterval> Intervals { get; } =
    [
        new("cycle", "Minutes between two syncs", TimeSpan.FromMinutes(1), static schedule => schedule.CycleInterval, static (schedule, value) => schedule.CycleInterval = value),
        new("status", "Minutes between two looks at unfinished imports", TimeSpan.FromMinutes(1), static schedule => schedule.ExportStatusInterval, static (schedule, value) => schedule.ExportStatusInterval = value),
        new("campaigns", "Minutes between two reads of campaigns", TimeSpan.FromMinutes(1), static schedule => schedule.CampaignsInterval, static (schedule, value) => schedule.CampaignsInterval = value),
        new("data-fields", "Hours between two reads of data fields", TimeSpan.FromHours(1), static schedule => schedule.DataFieldsInterval, static (schedule, value) => schedule.DataFieldsInterval = value),
        new("reconcile", "Hours between two comparisons of members", TimeSpan.FromHours(1), static schedule => schedule.ReconcileInterval, static (schedule, value) => schedule.ReconcileInterval = value),
        new("retention", "Days for which what is over is kept", TimeSpan.FromDays(1), static schedule => schedule.Retention, static (schedule, value) => schedule.Retention = value),
    ];

    /// <summary>The account.</summary>
    public required AccountDetails Account { get; init; }

    /// <summary>What stands in each interval's field.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Which connections are compared daily; empty: as the application has it.</summary>
    public string ForceSync { get; init; } = string.Empty;

    /// <summary>When; empty: as the application has it.</summary>
    public string ForceSyncAt { get; init; } = string.Empty;

    /// <summary>On which clock; empty: as the application has it.</summary>
    public string ForceSyncTimeZone { get; init; } = string.Empty;

    /// <summary>A form with what the account has of its own.</summary>
    public static ScheduleForm Of(AccountDetails account) => new()
    {
        Account = account,
        Values = Intervals.ToDictionary(static interval => interval.Name, interval => interval.Text(interval.Get(account.Schedule)), StringComparer.Ordinal),
        ForceSync = account.Schedule.ForceSync?.ToString() ?? string.Empty,
        ForceSyncAt = account.Schedule.ForceSyncAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? string.Empty,
        ForceSyncTimeZone = account.Schedule.ForceSyncTimeZone ?? string.Empty,
    };

    /// <summary>A form with what was typed.</summary>
    public static ScheduleForm Of(AccountDetails account, DashboardRequest request) => new()
    {
        Account = account,
        Values = Intervals.ToDictionary(static interval => interval.Name, interval => request.Text(interval.Name), StringComparer.Ordinal),
        ForceSync = request.Text("force-sync"),
        ForceSyncAt = request.Text("force-sync-at"),
        ForceSyncTimeZone = request.Text("force-sync-time-zone"),
    };

    /// <summary>What cannot be read of what was typed; whether it is allowed is for the account service to judge.</summary>
    public IReadOnlyList<string> FindProblems()
    {
        List<string> problems = [.. Intervals.Where(interval => !interval.IsReadable(Values[interval.Name])).Select(static interval => $"{interval.Label}: give a number above 0, or leave it blank.")];
        if (ForceSync.Length > 0 && !(Enum.TryParse<ForceSyncMode>(ForceSync, out var mode) && Enum.IsDefined(mode)))
        {
            problems.Add("Choose which lists are compared daily.");
        }

        if (ForceSyncAt.Length > 0 && !TimeOnly.TryParse(ForceSyncAt, CultureInfo.InvariantCulture, out _))
        {
            problems.Add("Give the time of the daily comparison as hours and minutes, like 01:00, or leave it blank.");
        }

        return problems;
    }

    /// <summary>Puts the form into a schedule.</summary>
    public void Put(AccountSchedule schedule)
    {
        foreach (var interval in Intervals)
        {
            interval.Set(schedule, interval.Read(Values[interval.Name]));
        }

        schedule.ForceSync = ForceSync.Length == 0 ? null : Enum.Parse<ForceSyncMode>(ForceSync);
        schedule.ForceSyncAt = ForceSyncAt.Length == 0 ? null : TimeOnly.Parse(ForceSyncAt, CultureInfo.InvariantCulture);
        schedule.ForceSyncTimeZone = ForceSyncTimeZone.Length == 0 ? null : ForceSyncTimeZone;
    }
}
