using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>What comes first in every run, before anything else (BEHAVIOUR section 3): Dotdigital's opt-outs in, the host's out.</summary>
internal static class OptOutSteps
{
    public static async Task RunAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        await steps.RunAsync(StepNames.ReadSuppressions, string.Empty, token => ReadSuppressionsStep.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        foreach (var book in await ReadBookOptOutsStep.GetBooksAsync(run, cancellationToken).ConfigureAwait(false))
        {
            await steps.RunAsync(StepNames.ReadBookOptOuts, book.Name, token => ReadBookOptOutsStep.RunAsync(run, book, token), cancellationToken).ConfigureAwait(false);
        }

        var live = await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false);
        var ended = await run.GetEndedListsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var list in live.Concat(ended))
        {
            await steps.RunAsync(StepNames.TellHostOptOuts, list.List.Name, token => TellHostOptOutsStep.RunAsync(run, list, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the opt-outs of books that were connected in this very run, so that their first export need not wait for the next (rule OP-6).</summary>
    public static async Task ReadNewBooksAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        foreach (var book in await ReadBookOptOutsStep.GetBooksAsync(run, cancellationToken).ConfigureAwait(false))
        {
            // One whose read was cut has had its slice in this run.
            var isCut = steps.Reports.Any(report => report is { Continues: true, Step: StepNames.ReadBookOptOuts } && string.Equals(report.Scope, book.Name, StringComparison.Ordinal));
            if (!isCut && await IsUnreadAsync(run, book, cancellationToken).ConfigureAwait(false))
            {
                await steps.RunAsync(StepNames.ReadBookOptOuts, book.Name, token => ReadBookOptOutsStep.RunAsync(run, book, token), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Why no import may be sent to a book yet, or null (rule OP-6).</summary>
    public static async Task<string?> WhyNotSendAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var account = await unit.Watermarks.GetAsync(StepNames.ReadSuppressions, 0, cancellationToken).ConfigureAwait(false);
        var book = await unit.Watermarks.GetAsync(StepNames.ReadBookOptOuts, list.Book.Id, cancellationToken).ConfigureAwait(false);
        var books = await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false);
        if (account.At is null || book.At is null)
        {
            return "the opt-outs of the account and of the book have not been read once";
        }

        return books.FirstOrDefault(stored => stored.Id == list.Book.Id)?.LastImportedAt is null ? "the book's contacts have not been read once" : null;
    }

    /// <summary>Whether this run read the opt-outs of the account and of the list's book to their end (rule EX-3b).</summary>
    public static bool WereRead(StepList steps, ConnectedList list) => !steps.Reports.Any(report =>
        (report.Error is not null || report.NotRun is not null || report.Continues)
        && (report.Step is StepNames.ReadSuppressions || (report.Step is StepNames.ReadBookOptOuts && string.Equals(report.Scope, list.Book.Name, StringComparison.Ordinal))));

    private static async Task<bool> IsUnreadAsync(AccountRun run, AddressBookRecord book, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return (await unit.Watermarks.GetAsync(StepNames.ReadBookOptOuts, book.Id, cancellationToken).ConfigureAwait(false)).At is null;
    }
}
