using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>Reads the tracked fields when the host starts, so that its first save does not wait for the store.</summary>
internal sealed class LoadTrackedFields(ITrackedFields fields) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = fields.All;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
