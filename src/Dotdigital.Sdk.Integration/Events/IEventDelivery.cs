using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Delivers what waits for the host's handlers, without a call to Dotdigital. Every cycle does so too; this is for what should not wait for one, as events of
/// webhooks, which ask for it. The scheduler runs it within seconds; hosts with a scheduler of their own call it.
/// </summary>
public interface IEventDelivery
{
    /// <summary>Delivers for up to <see cref="DotdigitalIntegrationOptions.DeliveryTime"/>; when that was too short it is asked for again.</summary>
    /// <param name="account">The account.</param>
    /// <param name="progress">Where progress is told.</param>
    /// <param name="cancellationToken">Cancels the run; what was not accepted is delivered again.</param>
    /// <returns>What was delivered and what was not accepted.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured or disabled.</exception>
    Task<SyncReport> RunAsync(AccountId account, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);
}
