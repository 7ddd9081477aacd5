using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>Log messages about reconciling, 2400 to 2449.</summary>
internal static partial class ReconcileLog
{
    [LoggerMessage(2400, LogLevel.Debug, "Reconcile of account {Account}: {Books} address books, {Read} members read, {Removed} removed in Dotdigital, {Deleted} of them deleted, {Back} back again")]
    public static partial void Reconciled(this ILogger logger, string account, int books, long read, long removed, long deleted, long back);

    [LoggerMessage(2401, LogLevel.Warning, "Address book {AddressBookId} of account {Account} could not be reconciled: nobody in it was judged; it is tried again in the next run")]
    public static partial void BookNotReconciled(this ILogger logger, Exception failure, string account, int addressBookId);

    [LoggerMessage(2402, LogLevel.Debug, "Contact {RemoteContactId} of account {Account} could not be looked up; it is taken as removed from the book, not as deleted")]
    public static partial void LookUpFailed(this ILogger logger, Exception failure, string account, long remoteContactId);

    [LoggerMessage(2403, LogLevel.Debug, "Address book {AddressBookId} of account {Account}: {Read} members read so far for its reconcile; the next run goes on behind them")]
    public static partial void ReconcileCut(this ILogger logger, string account, int addressBookId, long read);
}
