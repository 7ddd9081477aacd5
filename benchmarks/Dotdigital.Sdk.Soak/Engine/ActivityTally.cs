using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Soak.Engine;

/// <summary>The host's part in marketing activity: it takes it.</summary>
internal sealed class ActivityTally : IMarketingActivityHandler
{
    public Task HandleAsync(MarketingActivityPage page, CancellationToken cancellationToken) => Task.CompletedTask;
}
