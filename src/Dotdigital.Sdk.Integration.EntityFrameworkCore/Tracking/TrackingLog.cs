using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>What tracking says in the log.</summary>
internal static partial class TrackingLog
{
    [LoggerMessage(EventId = 7101, Level = LogLevel.Error, Message = "{Count} change(s) of tracked fields were saved but could not be recorded for Dotdigital: refresh the lists, or wait for a force sync that compares all values")]
    public static partial void Lost(ILogger logger, Exception exception, int count);

    [LoggerMessage(EventId = 7102, Level = LogLevel.Warning, Message = "Tracking in {Context}: {Problem} Correct the mapping or the tracked-fields handler")]
    public static partial void Untrackable(ILogger logger, string context, string problem);

    [LoggerMessage(EventId = 7103, Level = LogLevel.Error, Message = "Changes of tracked fields could not be found out: the save goes on, refresh the lists to make up for it")]
    public static partial void Undetected(ILogger logger, Exception exception);
}
