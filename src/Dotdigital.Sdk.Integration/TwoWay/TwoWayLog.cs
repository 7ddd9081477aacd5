using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>Log messages about writes to the host, 2500 to 2549.</summary>
internal static partial class TwoWayLog
{
    [LoggerMessage(2550, LogLevel.Information, "List {List} of account {Account}: {Conflicts} two-way values had been changed on both sides; {Wins}")]
    public static partial void Conflicting(this ILogger logger, string account, string list, long conflicts, MarketingLists.TwoWayConflicts wins);

    [LoggerMessage(2551, LogLevel.Warning, "List {List} of account {Account}: the host refused {Refused} changes from Dotdigital; they are kept and tried again, at least once a day")]
    public static partial void Refused(this ILogger logger, string account, string list, long refused);

    [LoggerMessage(2552, LogLevel.Debug, "List {List} of account {Account}: the host refused the changes of contact {ContactId}")]
    public static partial void RefusedOne(this ILogger logger, Exception refusal, string account, string list, long contactId);
}
