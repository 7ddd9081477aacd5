using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Log messages about data fields, 2000 to 2049.</summary>
internal static partial class DataFieldsLog
{
    [LoggerMessage(2040, LogLevel.Debug, "Data fields of account {Account}: {Read} read, {Added} new, {Updated} changed, {Removed} gone")]
    public static partial void Synced(this ILogger logger, string account, int read, int added, int updated, int removed);

    [LoggerMessage(2041, LogLevel.Warning, "Dotdigital listed no data fields for account {Account}, although {Stored} are known: none was removed; they are asked for again in the next run")]
    public static partial void EmptyRead(this ILogger logger, string account, int stored);

    [LoggerMessage(2043, LogLevel.Warning, "Account {Account}: {Note}")]
    public static partial void MappingTouched(this ILogger logger, string account, string note);

    [LoggerMessage(2042, LogLevel.Information, "Data field {Name} was created for account {Account}")]
    public static partial void Created(this ILogger logger, string account, string name);
}
