using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AddressBooks;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>The steps of an import, in their order (BEHAVIOUR sections 3 and 4).</summary>
internal sealed class ImportSteps(
    SyncDataFieldsStep dataFields,
    ImportAddressBooksStep addressBooks,
    ConnectDeclaredListsStep connections,
    ImportCampaignsStep campaigns,
    ImportContactsByBookStep contactsByBook,
    WriteFieldsStep writeFields,
    FindActiveCampaignsStep activeCampaigns,
    ImportActivitiesStep activities,
    ImportSummariesStep summaries,
    ReconcileMembersStep reconcile)
{
    public async Task RunAsync(AccountRun run, StepList steps, bool force, CancellationToken cancellationToken)
    {
        await OptOutSteps.RunAsync(run, steps, cancellationToken).ConfigureAwait(false);
        if (force || await StepSchedule.IsDueAsync(run, StepNames.SyncDataFields, 0, run.Options.DataFieldsInterval, cancellationToken).ConfigureAwait(false))
        {
            await steps.RunAsync(StepNames.SyncDataFields, string.Empty, token => dataFields.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        }

        await steps.RunAsync(StepNames.ImportAddressBooks, string.Empty, token => addressBooks.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        await steps.RunAsync(StepNames.ConnectDeclaredLists, string.Empty, token => connections.RunAsync(run, token), cancellationToken).ConfigureAwait(false);

        // A connection just made does not wait for the hour to learn its book's campaigns.
        await OptOutSteps.ReadNewBooksAsync(run, steps, cancellationToken).ConfigureAwait(false);
        var isNew = steps.Reports.Any(static report => report is { Step: StepNames.ConnectDeclaredLists, Added: > 0 });
        await steps.RunAsync(StepNames.ImportCampaigns, string.Empty, token => campaigns.RunAsync(run, force || isNew, token), cancellationToken).ConfigureAwait(false);
        var areRead = await steps.RunAsync(
            StepNames.ImportContacts,
            string.Empty,
            token => run.Options.ContactsRead == ContactsRead.V2 ? contactsByBook.RunAsync(run, token) : ImportContactsStep.RunAsync(run, token),
            cancellationToken).ConfigureAwait(false);
        if (areRead)
        {
            await steps.RunAsync(StepNames.WriteFields, string.Empty, token => writeFields.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            steps.Skip(StepNames.WriteFields, string.Empty, "the contacts could not be read: what Dotdigital has may be newer than what is known of it");
        }

        await ImportActivityAsync(run, steps, cancellationToken).ConfigureAwait(false);
        if (steps.Reports.Any(static report => report is { Step: StepNames.ReadBookOptOuts or StepNames.ReadSuppressions, Error: not null }))
        {
            steps.Skip(StepNames.ReconcileMembers, string.Empty, "the opt-outs could not be read: who opted out would be taken for one who was removed");
        }
        else
        {
            var isWhole = areRead && !steps.Reports.Any(static report => report is { Step: StepNames.ImportContacts, Continues: true });
            await steps.RunAsync(StepNames.ReconcileMembers, string.Empty, token => reconcile.RunAsync(run, force, isWhole, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ImportActivityAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        IReadOnlyList<CampaignRecord> active = [];
        var isFound = await steps.RunAsync(
            StepNames.FindActiveCampaigns,
            string.Empty,
            async token =>
            {
                active = await activeCampaigns.RunAsync(run, token).ConfigureAwait(false);
                return new StepReport { Step = StepNames.FindActiveCampaigns, Read = active.Count };
            },
            cancellationToken).ConfigureAwait(false);
        if (!isFound)
        {
            return;
        }

        await steps.RunAsync(StepNames.ImportActivities, string.Empty, token => activities.RunAsync(run, active, token), cancellationToken).ConfigureAwait(false);
        await steps.RunAsync(StepNames.ImportSummaries, string.Empty, token => summaries.RunAsync(run, active, token), cancellationToken).ConfigureAwait(false);
    }
}
