using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Hands one batch to Dotdigital. The order of the writes is what makes a kill harmless (rule 2 of DESIGN section 4): first the batch, its
/// members with what is sent, and their memberships' InBatch state in one unit (intent); then the request; then its answer in another unit.
/// A kill in between leaves a batch in Sending, which the next run takes for lost (rule EX-6).
/// </summary>
internal static class BatchSender
{
    private const int MembersPerWrite = 5000;

    /// <summary>Stores, sends, stores the answer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="connection">Whose members they are.</param>
    /// <param name="kind">What the batch does.</param>
    /// <param name="members">Its members; each must have a membership of the book that is Due.</param>
    /// <param name="send">Makes the request and returns Dotdigital's id of the job.</param>
    /// <param name="cancellationToken">Cancels the work; a request under way has some seconds to be answered, and is else lost and treated as such by the next run.</param>
    /// <returns>The batch as it is stored now.</returns>
    /// <exception cref="DotdigitalException">Dotdigital refused the batch or gave no answer; what is known of it is stored.</exception>
    public static async Task<BatchRecord> SendAsync(
        AccountRun run,
        ConnectionRecord connection,
        BatchKind kind,
        IReadOnlyList<BatchMemberRecord> members,
        Func<CancellationToken, Task<string>> send,
        CancellationToken cancellationToken)
    {
        var batch = await StoreIntentAsync(run, connection, kind, members, cancellationToken).ConfigureAwait(false);
        using var grace = new GracePeriod(run.Time, cancellationToken);
        cancellationToken = grace.Token;
        try
        {
            var importId = await send(cancellationToken).ConfigureAwait(false);
            batch = batch with { State = BatchState.Sent, ImportId = importId, SentAt = run.Time.GetUtcNow() };
        }
        catch (DotdigitalTransportException lost) when (lost.RequestMayHaveBeenAccepted)
        {
            await GiveBackAsync(run, batch, BatchState.Lost, lost.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch (DotdigitalResponseException unreadable)
        {
            await GiveBackAsync(run, batch, BatchState.Lost, unreadable.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch (DotdigitalException refused) when (refused is not AccountLeaseLostException)
        {
            var mayHaveBeenAccepted = refused is DotdigitalApiException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError };
            await GiveBackAsync(run, batch, mayHaveBeenAccepted ? BatchState.Lost : BatchState.Refused, refused.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Batches.SaveAsync(batch, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return batch;
    }

    /// <summary>Makes the members of a batch due again, and then ends the batch (rules EX-4, EX-6). Safe to repeat from any point.</summary>
    public static async Task GiveBackAsync(AccountRun run, BatchRecord batch, BatchState end, string error, CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var members = await unit.Batches.PageMembersAsync(batch.Id, after, MembersPerWrite, cancellationToken).ConfigureAwait(false);
            if (members.Count == 0)
            {
                await unit.Batches.SaveAsync(batch with { State = end, Error = error, SettledAt = run.Time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
                if (end != BatchState.Lost)
                {
                    await unit.Batches.DeleteMembersAsync(batch.Id, cancellationToken).ConfigureAwait(false);
                }

                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                run.Telemetry.BatchEnded(run.Account, batch, end.ToString(), run.Time.GetUtcNow());
                return;
            }

            var memberships = await BatchMembers.FindAsync(unit, batch, members, cancellationToken).ConfigureAwait(false);
            var mayHaveArrived = end != BatchState.Refused || batch.Kind == BatchKind.Removal
                ? null
                : (await unit.Batches.FindLostMembersAsync([.. members.Select(static member => member.ContactId)], cancellationToken).ConfigureAwait(false)).Select(static member => member.ContactId).ToHashSet();
            var contacts = (await unit.Contacts.FindAsync([.. memberships.Select(static membership => membership.ContactId)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(static contact => contact.Id);
            await unit.Memberships.SaveAsync(
                [
                    .. memberships.Select(membership => end == BatchState.Lost && batch.Kind == BatchKind.Removal ? Departure.MayBeDone(membership) : membership)
                        .Select(membership => GivenBack(BatchMembers.DueAgain(membership, contacts.GetValueOrDefault(membership.ContactId)) with
                    {
                        LastBatchId = batch.Id,
                        LastFault = error,
                        WasSent = membership.WasSent && (mayHaveArrived is null || !IsItsFirst(membership) || mayHaveArrived.Contains(membership.ContactId)),
                    })),
                ],
                cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            after = members[^1].ContactId;
        }
    }

    /// <summary>Who was not sent after all was not added either (rule CN-2).</summary>
    private static MembershipRecord GivenBack(MembershipRecord membership) => membership.WasSent ? membership : membership with { AddedBy = null };

    /// <summary>A person may have ended or disabled the connection since the run began: nothing is sent after that (rule CN-2).</summary>
    private static async Task CheckLiveAsync(IUnitOfWork unit, ConnectionRecord connection, CancellationToken cancellationToken)
    {
        var now = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(stored => stored.Id == connection.Id);
        if (now is not { IsLive: true })
        {
            throw new MarketingListException(connection.ListName, "was disconnected or disabled while this run exported it: nothing more is sent.");
        }
    }

    /// <summary>No batch before this one carried it to Dotdigital, so that a refused one leaves it as never sent (rule S-4).</summary>
    private static bool IsItsFirst(MembershipRecord membership) => membership is { State.Operation: ExportOperation.New or ExportOperation.Add, Failures: 0 };

    private static async Task<BatchRecord> StoreIntentAsync(
        AccountRun run, ConnectionRecord connection, BatchKind kind, IReadOnlyList<BatchMemberRecord> members, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (kind != BatchKind.Removal)
        {
            await CheckLiveAsync(unit, connection, cancellationToken).ConfigureAwait(false);
        }

        var batch = new BatchRecord
        {
            Id = await unit.Batches.AllocateIdAsync(cancellationToken).ConfigureAwait(false),
            Kind = kind,
            ConnectionId = connection.Id,
            AddressBookId = connection.AddressBookId,
            State = BatchState.Sending,
            MemberCount = members.Count,
            CreatedAt = run.Time.GetUtcNow(),
        };
        await unit.Batches.SaveAsync(batch, cancellationToken).ConfigureAwait(false);
        if (kind != BatchKind.Removal)
        {
            var book = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).First(book => book.Id == batch.AddressBookId);
            await unit.AddressBooks.SaveAsync([book with { ExportStatus = BookStatus.NotFinished }], cancellationToken).ConfigureAwait(false);
        }

        foreach (var chunk in members.Chunk(MembersPerWrite))
        {
            await unit.Batches.AddMembersAsync(batch.Id, chunk, cancellationToken).ConfigureAwait(false);
            var memberships = await unit.Memberships.FindByContactAsync([.. chunk.Select(static member => member.ContactId)], cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync(
                [
                    .. memberships.Where(membership => membership.AddressBookId == batch.AddressBookId).Select(membership => membership with
                    {
                        State = MembershipState.InBatch(batch.Id, membership.State.Operation),
                        WasSent = membership.WasSent || kind != BatchKind.Removal,
                        AddedBy = membership.AddedBy ?? (kind != BatchKind.Removal && !membership.IsInBook ? connection.Id : null),
                        NotBefore = null,
                    }),
                ],
                cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return batch;
    }
}
