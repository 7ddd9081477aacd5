using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>
/// Erases the people who asked for it, at the beginning of every run (rule PR-1): under the account's lock, so that no step has them in hand. First
/// what is stored, then what Dotdigital has, then the address of the request itself; repeated until no batch carries them any more.
/// </summary>
internal sealed class ErasePeopleStep
{
    private const int PageSize = 100;

    /// <summary>Runs only where somebody is to be erased.</summary>
    public async Task RunAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        IReadOnlyList<ForgottenRecord> pending;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            pending = await unit.Forgotten.GetPendingAsync(PageSize, cancellationToken).ConfigureAwait(false);
        }

        if (pending.Count > 0)
        {
            await steps.RunAsync(StepNames.ErasePeople, string.Empty, token => EraseAsync(run, pending, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Erases what is stored of one request, under a lease; what Dotdigital must be told stays to be done.</summary>
    /// <returns>The request as it is now, and whether nothing of the person is stored any more.</returns>
    public static async Task<(ForgottenRecord Person, bool IsErased)> EraseLocallyAsync(ISyncStore store, AccountLease lease, ForgottenRecord person, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(lease, cancellationToken).ConfigureAwait(false);
        var (isErased, hasUntoldNo) = await PersonEraser.EraseAsync(unit, person.Pending!.Value, cancellationToken).ConfigureAwait(false);
        if (hasUntoldNo && person.OptOut == ForgottenOptOut.None)
        {
            person = person with { OptOut = ForgottenOptOut.ToTell };
        }

        var isDone = isErased && person is { DeleteContact: false, OptOut: not ForgottenOptOut.ToTell };
        await unit.Forgotten.SaveAsync([isDone ? person with { Pending = null } : person], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return (person, isErased);
    }

    private static async Task<StepReport> EraseAsync(AccountRun run, IReadOnlyList<ForgottenRecord> pending, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.ErasePeople };
        var failures = new StepFailures();
        foreach (var request in pending)
        {
            var (person, isErased) = await EraseLocallyAsync(run.Store, run.Lease, request, cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + 1, Removed = report.Removed + (isErased ? 1 : 0), Skipped = report.Skipped + (isErased ? 0 : 1) };
            try
            {
                await FinishAsync(run, person, isErased, cancellationToken).ConfigureAwait(false);
            }
            catch (DotdigitalException failed) when (StepFailures.IsContained(failed))
            {
                failures.Add(failed);
            }
        }

        return report with { Error = failures.Error, Exception = failures.Exception };
    }

    /// <summary>Does what is to be done in Dotdigital, and forgets the address once nothing of it is on its way.</summary>
    private static async Task FinishAsync(AccountRun run, ForgottenRecord person, bool isErased, CancellationToken cancellationToken)
    {
        if (person is { DeleteContact: false, OptOut: not ForgottenOptOut.ToTell })
        {
            return;
        }

        var email = person.Pending!.Value;
        var remoteId = person.DeleteContact
            ? await DeleteContactAsync(run, email, cancellationToken).ConfigureAwait(false)
            : await UnsubscribeAsync(run, email, cancellationToken).ConfigureAwait(false);
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (remoteId is { } id)
        {
            // Activities that were parked, since nobody here knew whose they are.
            await unit.Activities.DeleteByContactAsync([id], cancellationToken).ConfigureAwait(false);
        }

        // A batch on its way may bring the contact back: it is deleted once more when that has settled.
        var optOut = person.OptOut == ForgottenOptOut.ToTell && (isErased || !person.DeleteContact) ? ForgottenOptOut.Told : person.OptOut;
        await unit.Forgotten.SaveAsync(
            [person with { OptOut = optOut, Pending = isErased ? null : email, DeleteContact = person.DeleteContact && !isErased }], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<long?> DeleteContactAsync(AccountRun run, EmailAddress email, CancellationToken cancellationToken)
    {
        try
        {
            var contact = await run.Client.Contacts.GetAsync(email.Value, cancellationToken).ConfigureAwait(false);
            await run.Client.Contacts.DeleteAsync(contact.Id, cancellationToken).ConfigureAwait(false);
            return contact.Id;
        }
        catch (DotdigitalNotFoundException)
        {
            // Dotdigital does not have the person: that is what was asked for.
            return null;
        }
    }

    private static async Task<long?> UnsubscribeAsync(AccountRun run, EmailAddress email, CancellationToken cancellationToken)
    {
        try
        {
            var done = await run.Client.Contacts.UnsubscribeAsync(email.Value, cancellationToken).ConfigureAwait(false);
            return done.SuppressedContact is { Id: > 0 } contact ? contact.Id : null;
        }
        catch (DotdigitalNotFoundException)
        {
            // Nobody is left to be mailed.
            return null;
        }
    }
}
