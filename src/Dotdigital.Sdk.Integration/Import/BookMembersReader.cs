using System.Globalization;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Reads one book's members for its reconcile, ids only, by v3 or v2, as contacts are read (rules IM-3, IM-12). Every page's unit stores what it tells and where to go on,
/// so that a slice may end behind any of them (rule W-2).
/// </summary>
/// <param name="run">The run.</param>
/// <param name="connected">The book and its list.</param>
/// <param name="started">When the step began to read.</param>
internal sealed class BookMembersReader(AccountRun run, ConnectedList connected, long started)
{
    private const int PageSize = 1000;
    private const int MaxLookUps = 100;

    private readonly int _bookId = connected.Book.Id;
    private readonly string _scope = connected.Book.Id.ToString(CultureInfo.InvariantCulture);
    private bool _isHeld;

    /// <summary>What is stored of the reconcile under way.</summary>
    public WatermarkRecord Mark { get; private set; } = new() { Step = StepNames.ReconcileMembers, Scope = connected.Book.Id };

    /// <summary>Where it stands.</summary>
    public ReconcileCursor Cursor { get; private set; } = Beginning;

    /// <summary>How many members this run read.</summary>
    public long Rows { get; private set; }

    private static ReconcileCursor Beginning => new(ReconcileStage.Staging, 0, 0, MaxLookUps, string.Empty);

    /// <summary>Whether the slice is over. After a marker was refused this book is read on to its end: one whose markers do not live from one run to the next would never get there.</summary>
    public bool IsOver => !_isHeld && run.IsSliceOver(started);

    /// <summary>Reads until those left can be judged.</summary>
    /// <returns>Whether they can; otherwise the slice was over.</returns>
    public async Task<bool> ReadAsync(WatermarkRecord mark, CancellationToken cancellationToken)
    {
        Mark = mark;
        if (ReconcileCursor.Parse(mark.Cursor) is { } kept)
        {
            Cursor = kept;
        }
        else
        {
            await BeginAgainAsync(cancellationToken).ConfigureAwait(false);
        }

        while (Cursor.Stage != ReconcileStage.Judging)
        {
            var isEnd = Cursor.Stage == ReconcileStage.Staging ? await StageAsync(cancellationToken).ConfigureAwait(false)
                : run.Options.ContactsRead == ContactsRead.V2 ? await ReadV2Async(cancellationToken).ConfigureAwait(false)
                : await ReadV3Async(cancellationToken).ConfigureAwait(false);
            if (!isEnd)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Keeps where the reconcile goes on.</summary>
    public Task KeepAsync(IUnitOfWork unit, ReconcileCursor cursor, CancellationToken cancellationToken)
    {
        Cursor = cursor;
        return unit.Watermarks.SaveAsync(Mark with { Cursor = cursor.ToString() }, cancellationToken);
    }

    private async Task BeginAgainAsync(CancellationToken cancellationToken)
    {
        Mark = Mark with { BeganAt = run.DotdigitalBegin };
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.StagedIds.ClearAsync(StepNames.ReconcileMembers, _bookId, cancellationToken).ConfigureAwait(false);
        await KeepAsync(unit, Beginning, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> StageAsync(CancellationToken cancellationToken)
    {
        var filter = new MembershipFilter { AddressBookId = _bookId, ConnectionId = connected.Connection.Id, State = ExportState.Clean };
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(filter, new MembershipKey(_bookId, Cursor.After), PageSize, cancellationToken).ConfigureAwait(false);
            await ReconcileCandidates.StageAsync(unit, _bookId, connected.Connection.Id, page, cancellationToken).ConfigureAwait(false);
            var isEnd = page.Count < PageSize;
            await KeepAsync(unit, isEnd ? Cursor with { Stage = ReconcileStage.Reading } : Cursor with { After = page[^1].Contact.Id }, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            if (isEnd)
            {
                return true;
            }

            if (IsOver)
            {
                return false;
            }
        }
    }

    private async Task<bool> ReadV3Async(CancellationToken cancellationToken)
    {
        var query = new ContactV3Query { ListId = _bookId };
        while (Cursor.Stage == ReconcileStage.Reading)
        {
            MarkerPage<ContactV3> page;
            try
            {
                page = await run.Client.ContactsV3.GetPageAsync(query, Cursor.Place.Length == 0 ? null : Cursor.Place, cancellationToken).ConfigureAwait(false);
            }
            catch (DotdigitalApiException refused) when (Cursor.Place.Length > 0 && refused is DotdigitalValidationException or DotdigitalNotFoundException)
            {
                // The marker has gone stale: begin again, from a new begin (rule W-2).
                _isHeld = true;
                await BeginAgainAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }

            await StoreAsync([.. page.Items.Select(static contact => contact.ContactId)], page.NextMarker ?? string.Empty, page.NextMarker is null, cancellationToken).ConfigureAwait(false);
            if (page.NextMarker is not null && IsOver)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Without those who unsubscribed from the book, whom the reconcile does not judge. Who was met before the read had to begin again was in the book after the reconcile began.</summary>
    private async Task<bool> ReadV2Async(CancellationToken cancellationToken)
    {
        var list = new SlicedList<Contact>(
            (skip, take, token) => run.Client.Contacts.GetInAddressBookPageAsync(_bookId, withFullData: false, skip, take, token), static contact => contact.Id);
        await foreach (var part in list.ReadAsync(ListPlace.Parse(Cursor.Place), cancellationToken).ConfigureAwait(false))
        {
            await StoreAsync([.. part.New.Select(static contact => (long)contact.Id)], part.Place?.ToString() ?? Cursor.Place, isEnd: false, cancellationToken).ConfigureAwait(false);
            if (part.Place is not null && IsOver)
            {
                return false;
            }
        }

        await StoreAsync([], string.Empty, isEnd: true, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task StoreAsync(IReadOnlyList<long> ids, string place, bool isEnd, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await ReconcileCandidates.MeetAsync(unit, _bookId, ids, cancellationToken).ConfigureAwait(false);
        var read = Cursor with { Read = Cursor.Read + ids.Count, Place = place };
        await KeepAsync(unit, isEnd ? read with { Stage = ReconcileStage.Judging, After = long.MinValue, Place = string.Empty } : read, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        Rows += ids.Count;
        run.Tell(StepNames.ReconcileMembers, _scope, Cursor.Read);
    }
}
