using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Rule CN-4: tells what an export would do now, without a call to Dotdigital and without storing any decision.</summary>
internal static class ExportForecaster
{
    /// <summary>Where the keys of a list are staged that is not connected yet; no connection ever gets this id.</summary>
    private const int ScratchConnection = int.MaxValue;

    public static async Task<ExportForecast> RunAsync(AccountRun run, PlanOptions options, CancellationToken cancellationToken)
    {
        var plan = await ExportPlan.CreateAsync(run, cancellationToken).ConfigureAwait(false);
        var isBlocked = await ExportSteps.IsBlockedAsync(run, cancellationToken).ConfigureAwait(false);
        if (options.AddressBook is not null)
        {
            var imagined = await ImagineAsync(run, options, cancellationToken).ConfigureAwait(false);
            var forecast = await ForecastAsync(run, imagined, () => plan.ReaderForNew(imagined), isBlocked, options, cancellationToken).ConfigureAwait(false);
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            await unit.ListKeys.ClearAsync(ScratchConnection, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            return new ExportForecast(run.Account, [forecast]);
        }

        var lists = new List<ListForecast>();
        foreach (var list in plan.Lists)
        {
            lists.Add(await ForecastAsync(run, list, () => plan.ReaderFor(list), isBlocked, options, cancellationToken).ConfigureAwait(false));
        }

        return new ExportForecast(run.Account, lists);
    }

    private static async Task<ListForecast> ForecastAsync(
        AccountRun run, ConnectedList list, Func<ContactValuesReader> readerOf, bool isBlocked, PlanOptions options, CancellationToken cancellationToken)
    {
        ContactValuesReader? reader = null;
        string? problem = null;
        try
        {
            reader = readerOf();
        }
        catch (DotdigitalException wrong)
        {
            problem = wrong.Message;
        }

        var tally = new ForecastTally(run, options.MostExamples);
        var (items, leavers) = await new ListForecaster(run, list, reader, tally).RunAsync(cancellationToken).ConfigureAwait(false);
        var waits = RemovalGuard.Stops(run.Options, list.Connection, leavers, run.Time.GetUtcNow()) && list.Connection.ConfirmedRemovals < leavers.Leavers;
        return new ListForecast
        {
            ListName = list.List.Name,
            AddressBook = list.Book.Name,
            Items = items,
            ToAdd = tally[ForecastKind.Add],
            ToUpdate = tally[ForecastKind.Update],
            Unchanged = tally.Unchanged,
            ToRename = tally[ForecastKind.Rename],
            ToRemove = tally[ForecastKind.Remove],
            RemovalWaits = waits,
            OptedOut = tally[ForecastKind.OptedOut],
            Withheld = tally[ForecastKind.Withheld],
            SetAside = tally.SetAsideReasons,
            Imports = tally.Files,
            CallsByTier = tally.Calls(tally[ForecastKind.Remove] - (waits ? leavers.Leavers : 0), tally[ForecastKind.Rename]),
            BlockedBy = isBlocked ? ExportSteps.Unsettled : await OptOutSteps.WhyNotSendAsync(run, list, cancellationToken).ConfigureAwait(false),
            Problem = problem,
            Examples = tally.Examples,
        };
    }

    /// <summary>The connection that is asked about, which is not stored.</summary>
    private static async Task<ConnectedList> ImagineAsync(AccountRun run, PlanOptions options, CancellationToken cancellationToken)
    {
        var name = options.ListName ?? throw new ArgumentException("A plan for an address book needs the name of the list that would be connected to it.", nameof(options));
        var list = run.Lists.Find(name) ?? throw new MarketingListException(name, "is not declared: add it with AddMarketingList, or correct the name.");
        var choice = options.AddressBook!;
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var book = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(book => book.DeletedAt is null && (choice.Id is { } id ? book.Id == id : string.Equals(book.Name, choice.Name, StringComparison.OrdinalIgnoreCase)));
        if (book is null && choice.Id is { } missing)
        {
            throw new MarketingListException(name, $"cannot be planned for address book {missing}: account '{run.Account}' is not known to have it; run an import first, or choose one of its free books.");
        }

        book ??= new AddressBookRecord { Id = 0, Name = choice.Name! };
        var connection = new ConnectionRecord { Id = ScratchConnection, ListName = name, AddressBookId = book.Id, ConnectedAt = run.Time.GetUtcNow(), OptOutAction = list.OptOutAction };
        return new ConnectedList(connection, list, book);
    }
}
