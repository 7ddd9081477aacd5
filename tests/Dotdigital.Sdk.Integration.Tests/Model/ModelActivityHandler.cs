using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>The host keeps the marketing activity that it is given, by id.</summary>
internal sealed class ModelActivityHandler(ModelHost host, ModelFacts facts) : IMarketingActivityHandler
{
    public Task HandleAsync(MarketingActivityPage page, CancellationToken cancellationToken)
    {
        host.Enter(writes: true);
        foreach (var activity in page.Activities)
        {
            facts.Delivered[activity.Id] = activity;
        }

        return Task.CompletedTask;
    }
}
