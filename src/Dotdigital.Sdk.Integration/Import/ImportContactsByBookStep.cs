using System.Globalization;
using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Rule IM-3's fallback: v2 reads every included book by itself, all of it the first time, then who was modified since the book's own watermark.
/// v2 has no markers: a read goes on where it was cut or interrupted as long as that place is found again, and otherwise begins the book again (rule W-2). A book that fails does not
/// stop the others.
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
            // A book that was read already, and waits for its next increment, is not the reason for a run of its own (rule W-2).
            if (book.Id != books[0].Id && run.IsSliceOver(started))
            {
                report = report with { Continues = report.Continues || book.LastImportedAt is null };
                break;
            }

            try
            {
                await foreach (var page in ReadAsync(run, writer, book, started, cancellationToken).ConfigureAwait(false))
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

    /// <summary>Reads and stores one book, a page and a unit at a time, until its end or the slice's; gives what each page changed.</summary>
    private static async IAsyncEnumerable<StepReport> ReadAsync(
        AccountRun run, ContactPageWriter writer, AddressBookRecord book, long started, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watermark = await LoadAsync(run, book, cancellationToken).ConfigureAwait(false);
        var place = ListPlace.Parse(watermark.Cursor);
        watermark = watermark with { BeganAt = (place is null ? null : watermark.BeganAt) ?? run.DotdigitalBegin };

        // A book that was never read to its end is read whole, whatever else its row says.
        var list = ListOf(run, book.LastImportedAt is null ? null : watermark.At - run.Options.ContactsOverlap, book.Id);
        await foreach (var part in list.ReadAsync(place, cancellationToken).ConfigureAwait(false))
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var stored = await writer.WriteAsync(unit, [.. part.Rows.Select(contact => MemberOf(book.Id, contact))], cancellationToken).ConfigureAwait(false);
            if (part.Place is { } reached)
            {
                await unit.Watermarks.SaveAsync(watermark with { Cursor = reached.ToString() }, cancellationToken).ConfigureAwait(false);
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            var isCut = part.Place is not null && run.IsSliceOver(started);
            yield return stored with { Continues = isCut };
            if (isCut)
            {
                yield break;
            }
        }

        await MarkReadAsync(run, book.Id, watermark.BeganAt, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<WatermarkRecord> LoadAsync(AccountRun run, AddressBookRecord book, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return await unit.Watermarks.GetAsync(StepNames.ImportContacts, book.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Who was modified in the book since an instant; null is all of it.</summary>
    private static SlicedList<Contact> ListOf(AccountRun run, DateTimeOffset? since, int addressBookId) =>
        since is { } from
            ? new SlicedList<Contact>(
                (skip, take, token) => run.Client.Contacts.GetModifiedInAddressBookSincePageAsync(addressBookId, from, withFullData: true, skip, take, token),
                static contact => contact.Id,
                ModifiedPageSize)
            : new SlicedList<Contact>(
                (skip, take, token) => run.Client.Contacts.GetInAddressBookPageAsync(addressBookId, withFullData: true, skip, take, token), static contact => contact.Id);

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
    private static async Task MarkReadAsync(AccountRun run, int addressBookId, DateTimeOffset? began, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(
            new WatermarkRecord { Step = StepNames.ImportContacts, Scope = addressBookId, At = began }, cancellationToken).ConfigureAwait(false);
        var included = await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false);
        await unit.AddressBooks.SaveAsync(
            [.. included.Where(book => book.Id == addressBookId).Select(book => book with { LastImportedAt = run.Time.GetUtcNow() })], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
