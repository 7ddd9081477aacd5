using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>Appends changes after the host's commit. The host's data is safe by then, so a failure is logged and never thrown at the host (rule TR-2).</summary>
internal sealed class FieldChangeAppender(IServiceScopeFactory scopes, ILogger logger)
{
    /// <summary>Appends, without the host's cancellation: what is committed is to be recorded.</summary>
    public async Task AppendAsync(IReadOnlyCollection<FieldChange> changes)
    {
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using var end = scope.ConfigureAwait(false);
            var log = scope.ServiceProvider.GetService<IFieldChangeLog>() ?? scope.ServiceProvider.GetRequiredService<ISyncStore>().Changes;
            await log.AppendAsync(changes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            TrackingLog.Lost(logger, exception, changes.Count);
        }
    }

    /// <summary>The same for a caller that cannot await; on the thread pool, so that no caller's context is waited for.</summary>
    public void Append(IReadOnlyCollection<FieldChange> changes) => Task.Run(() => AppendAsync(changes)).GetAwaiter().GetResult();
}
