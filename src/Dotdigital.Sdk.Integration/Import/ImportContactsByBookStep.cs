using System.Globalization;
using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Paging;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Rule IM-3's fallback: v2 reads every included book by itself, all of it the first time, then who was modified since the book's own watermark.
/// v2 has no markers, so that an interrupted read begins the book again (rule W-2). A book that fails does not stop the others.
/// </summary>
internal sealed class ImportContactsByBookStep(ILogger<ImportContactsByBookStep> logger)
{
    /// <summary>What a page of modified contacts holds at most; one of a whole book holds 1,000.</summary>
    private const int ModifiedPageSize = 2000;

    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var writer = await ContactPageWriter.CreateAsync(run, cancellationToken).ConfigureAwait(false);
        var failures = new StepFailures();
        var report = new StepReport { Step = StepNames.ImportContacts };
        var started = run.Time.GetTimestamp();
        var books = await GetBooksAsync(run, cancellationToken).ConfigureAwait(false);
        foreach (var book in books)
        {
            // v2 can go on only with another book (rule W-2). A book that was read already is not the reason for a run of its own.
            if (book.Id != books[0].Id && run.IsSliceOver(started))
            {
                report = report with { Continues = report.Continues || book.LastImportedAt is null };
                break;
            }

            try
            {
                await foreach (var page in ReadAsync(run, writer, book, cancellationToken).ConfigureAwait(false))
                {
                    report = report.Plus(page);
                    run.Tell(StepNames.ImportContacts, book.Id.ToString(CultureInfo.InvariantCulture), report.Read);
                }
            }
            catch (Exception failure) when (StepFailures.IsContained(failure))
            {
                logger.BookNotRead(failure, run.Account.Value, book.Id);
                failures.Add(failure);
            }
        }

        return report with { Error = failures.Error, Exception = failures.Exception };
    }

    /// <summary>The included books, those first whose last complete read is the longest ago: an account out of calls ends the step, and not always before the same books.</summary>
    private static async Task<IReadOnlyList<AddressBookRecord>> GetBooksAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var included = await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false);
        return [.. included.OrderBy(static book => book.LastImportedAt)];
    }

    /// <summary>Reads and stores one book, a page and a unit at a time; gives what each page changed.</summary>
    private static async IAsyncEnumerable<StepReport> ReadAsync(
        AccountRun run, ContactPageWriter writer, AddressBookRecord book, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(run, await SinceAsync(run, book, cancellationToken).ConfigureAwait(false), book.Id, cancellationToken).ConfigureAwait(false))
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var stored = await writer.WriteAsync(unit, [.. page.Items.Select(contact => MemberOf(book.Id, contact))], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            yield return stored;
        }

        await MarkReadAsync(run, book.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>From when on to read the book; null is all of it. A book that was never read to its end is read whole, whatever else its row says.</summary>
    private static async Task<DateTimeOffset?> SinceAsync(AccountRun run, AddressBookRecord book, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var watermark = await unit.Watermarks.GetAsync(StepNames.ImportContacts, book.Id, cancellationToken).ConfigureAwait(false);
        return book.LastImportedAt is null ? null : watermark.At - run.Options.ContactsOverlap;
    }

    private static IAsyncEnumerable<Page<Contact>> PagesAsync(AccountRun run, DateTimeOffset? since, int addressBookId, CancellationToken cancellationToken) =>
        since is { } from
            ? OverlappingPages.ReadAsync(
                (skip, take, token) => run.Client.Contacts.GetModifiedInAddressBookSincePageAsync(addressBookId, from, withFullData: true, skip, take, token),
                ModifiedPageSize,
                cancellationToken)
            : OverlappingPages.ReadAsync(
                (skip, take, token) => run.Client.Contacts.GetInAddressBookPageAsync(addressBookId, withFullData: true, skip, take, token), cancellationToken);

    /// <summary>
    /// The shape in which v3 tells of the same contact. Its status is its own; v2 lists nobody who unsubscribed from the book (rule OP-1 tells of
    /// those), so that who is listed is subscribed to it.
    /// </summary>
    private static ContactV3 MemberOf(int addressBookId, Contact contact) => new()
    {
        ContactId = contact.Id,
        Identifiers = new ContactIdentifiers { Email = contact.Email },
        DataFields = contact.DataFields,
        ChannelProperties = new ContactChannelProperties
        {
            Email = new EmailChannelProperties
            {
                Status = new EmailChannelStatus(contact.Status.Value),
                OptInType = contact.OptInType,
                EmailType = contact.EmailType,
            },
        },
        Lists = [new ContactListMembership { Id = addressBookId, Status = ContactListStatus.Subscribed }],
    };

    /// <summary>The empty page's unit moves the book's watermark (rule W-1) and notes that its contacts are known to the end (rule OP-6).</summary>
    private static async Task MarkReadAsync(AccountRun run, int addressBookId, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(
            new WatermarkRecord { Step = StepNames.ImportContacts, Scope = addressBookId, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        var included = await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false);
        await unit.AddressBooks.SaveAsync(
            [.. included.Where(book => book.Id == addressBookId).Select(book => book with { LastImportedAt = run.Time.GetUtcNow() })], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
