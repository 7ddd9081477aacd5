using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart.Story;

/// <summary>The first import reads the data fields, creates the address book and connects the list to it; a dry run then says what an export would do.</summary>
internal sealed class ConnectAct : IAct
{
    public string Name => "create and connect the address book";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        var report = await story.Engine.ImportAsync(cancellationToken);
        var fields = report.Steps.FirstOrDefault(step => step.Step == StepNames.SyncDataFields)?.Read ?? 0;
        var forecast = await story.Services.GetRequiredService<IExportOrchestrator>().PlanExportAsync(story.Account, cancellationToken: cancellationToken);
        var plan = forecast.Lists.Single();
        return $"{fields} data fields read, '{plan.AddressBook}' connected; of {plan.Items:N0} items {plan.ToAdd:N0} are to be added in {plan.Imports} imports, "
            + $"{plan.OptedOut:N0} opted out, {plan.SetAside.Values.Sum():N0} are set aside";
    }
}
