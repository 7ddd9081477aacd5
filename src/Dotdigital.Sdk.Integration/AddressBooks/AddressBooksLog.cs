using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.AddressBooks;

/// <summary>Log messages about address books and their connections, 2050 to 2099.</summary>
internal static partial class AddressBooksLog
{
    [LoggerMessage(2050, LogLevel.Debug, "Address books of account {Account}: {Read} read, {Added} new, {Updated} changed, {Removed} gone")]
    public static partial void Imported(this ILogger logger, string account, int read, int added, int updated, int removed);

    [LoggerMessage(2051, LogLevel.Warning, "Dotdigital listed no address books for account {Account}, although {Stored} are known: none was taken as gone")]
    public static partial void EmptyRead(this ILogger logger, string account, int stored);

    [LoggerMessage(2052, LogLevel.Warning, "Address book {AddressBookId} of account {Account} is gone from Dotdigital; the connection of marketing list {List} was disabled")]
    public static partial void ConnectedBookGone(this ILogger logger, string account, int addressBookId, string list);

    [LoggerMessage(2053, LogLevel.Warning, "Address book {AddressBookId} of account {Account} was missing from the list of books but answers on its own: it was not taken as gone")]
    public static partial void MissingBookAnswers(this ILogger logger, string account, int addressBookId);

    [LoggerMessage(2060, LogLevel.Debug, "Declared lists of account {Account}: {Added} connected, {Created} address books created, {Failed} could not be connected")]
    public static partial void Connected(this ILogger logger, string account, int added, int created, int failed);
}
