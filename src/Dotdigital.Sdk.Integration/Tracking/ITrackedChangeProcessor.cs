using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>Turns recorded changes of tracked fields into what is due for export (BEHAVIOUR section 9).</summary>
public interface ITrackedChangeProcessor
{
    /// <summary>Processes all recorded changes for the lists of all enabled accounts, each under its lock.</summary>
    /// <param name="progress">Where progress is told.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>One report an account; changes stay recorded while any account that they concern is busy.</returns>
    Task<IReadOnlyList<SyncReport>> RunAsync(IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);
}
