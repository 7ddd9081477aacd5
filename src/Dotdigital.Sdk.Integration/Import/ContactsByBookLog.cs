using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>Log messages about reading contacts book by book, 2450 to 2459.</summary>
internal static partial class ContactsByBookLog
{
    [LoggerMessage(2450, LogLevel.Warning, "The contacts of address book {AddressBookId} of account {Account} could not be read to the end; the book is read again in the next run")]
    public static partial void BookNotRead(this ILogger logger, Exception failure, string account, int addressBookId);
}
