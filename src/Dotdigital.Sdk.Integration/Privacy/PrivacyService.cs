using System.Text.Json;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>Stores the wish first, which holds from then on, and fulfils it at once where the account is free.</summary>
internal sealed class PrivacyService(
    ISyncStore store, AccountRunner runner, MarketingListCatalogue lists, IFieldChangeLog changes, AccountDirectory directory, IOptionsMonitor<DotdigitalIntegrationOptions> options, TimeProvider time) : IPrivacyService
{
    private const int ChangesPage = 5000;

    public async Task<IReadOnlyList<ForgetResult>> ForgetPersonAsync(string email, ForgetOptions? options, CancellationToken cancellationToken)
    {
        var address = ParseEmail(email);
        var wish = options ?? new ForgetOptions();
        var accounts = await AccountsOfAsync(wish.Account, cancellationToken).ConfigureAwait(false);
        var items = new HashSet<(string Entity, string Key)>();
        foreach (var account in accounts)
        {
            var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
            await using (unit.ConfigureAwait(false))
            {
                await ForgottenPeople.AddAsync(unit, address, wish.DeleteContact, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                var person = await PersonFootprint.ReadAsync(unit, address, cancellationToken).ConfigureAwait(false);
                items.UnionWith(person.Items.Where(item => lists.Find(item.ListName) is not null).Select(item => (lists.Find(item.ListName)!.Entity, item.ItemId)));
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        if (wish.Account is null)
        {
            // What one account forgets another may still need to hear of.
            await ForgetChangesAsync(items, cancellationToken).ConfigureAwait(false);
        }

        var results = new List<ForgetResult>();
        foreach (var account in accounts)
        {
            results.Add(await EraseAsync(account, address, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    public async Task ExportPersonAsync(string email, Stream output, AccountId? account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        var address = ParseEmail(email);
        var accounts = await AccountsOfAsync(account, cancellationToken).ConfigureAwait(false);
        var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("email", address.Value);
            json.WriteString("writtenAt", time.GetUtcNow());
            json.WriteStartArray("accounts");
            foreach (var id in accounts)
            {
                var unit = await store.BeginAsync(id, cancellationToken).ConfigureAwait(false);
                await using (unit.ConfigureAwait(false))
                {
                    var forgotten = await ForgottenPeople.FindAsync(unit, address, cancellationToken).ConfigureAwait(false);
                    PersonJsonWriter.Write(json, id, await PersonFootprint.ReadAsync(unit, address, cancellationToken).ConfigureAwait(false), forgotten);
                }

                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <summary>Erases at once, when nobody holds the account.</summary>
    private async Task<ForgetResult> EraseAsync(AccountId account, EmailAddress address, CancellationToken cancellationToken)
    {
        string? obstacle = null;
        try
        {
            if (!(await directory.GetAsync(account, cancellationToken).ConfigureAwait(false)).Settings.IsEnabled)
            {
                await EraseDisabledAsync(account, address, cancellationToken).ConfigureAwait(false);
                obstacle = "The account is disabled: Dotdigital is told once it runs again.";
            }
            else
            {
                var report = await runner.RunAsync(account, JobNames.Privacy, null, null, static (_, _, _) => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
                obstacle = report.WasBusy ? "Another run holds the account; its next run erases the rest." : report.Failures.FirstOrDefault()?.Error;
            }
        }
        catch (DotdigitalException failed)
        {
            obstacle = failed.Message;
        }

        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var person = await ForgottenPeople.FindAsync(unit, address, cancellationToken).ConfigureAwait(false);
            return person is { Pending: not null }
                ? new ForgetResult(account, ForgetOutcome.Pending, obstacle ?? "A batch on its way carries the person; the rest is erased when it has settled.")
                : new ForgetResult(account, ForgetOutcome.Erased, null);
        }
    }

    /// <summary>A disabled account makes no call, but what is stored can go.</summary>
    private async Task EraseDisabledAsync(AccountId account, EmailAddress address, CancellationToken cancellationToken)
    {
        var lease = await store.Locks.TryAcquireAsync(account, $"privacy:{Guid.NewGuid():N}", options.CurrentValue.LeaseDuration, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            return;
        }

        try
        {
            ForgottenRecord? person;
            var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
            await using (unit.ConfigureAwait(false))
            {
                person = await ForgottenPeople.FindAsync(unit, address, cancellationToken).ConfigureAwait(false);
            }

            if (person is { Pending: not null })
            {
                await ErasePeopleStep.EraseLocallyAsync(store, lease, person, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await store.Locks.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets recorded changes that name the person's items.</summary>
    private async Task ForgetChangesAsync(HashSet<(string Entity, string Key)> items, CancellationToken cancellationToken)
    {
        long after = 0;
        while (items.Count > 0 && await changes.ReadAsync(after, ChangesPage, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            after = page[^1].Sequence;
            var named = page.Where(change => change.Path.Length == 0 && items.Contains((change.RootEntity, change.Key))).Select(static change => change.Sequence).ToList();
            if (named.Count > 0)
            {
                await changes.DeleteAsync(named, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<IReadOnlyList<AccountId>> AccountsOfAsync(AccountId? only, CancellationToken cancellationToken) => only is { } account
        ? [(await directory.GetAsync(account, cancellationToken).ConfigureAwait(false)).Id]
        : [.. (await directory.GetAllAsync(cancellationToken).ConfigureAwait(false)).Select(static known => known.Id)];

    private static EmailAddress ParseEmail(string email) =>
        EmailAddress.TryParse(email, out var address) ? address : throw new ArgumentException("The text is not an email address.", nameof(email));
}
