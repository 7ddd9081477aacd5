namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Receives marketing activity in pages, after it is stored: a campaign to 200,000 people is 200,000 sends. At least once and in the order of
/// storing: a page is given again after a failure or a kill, with the same ids. One that throws is asked again with growing delays, up to an
/// hour, and never stops a cycle. Made in a scope of its own for each page. A handler added later receives all that is stored.
/// </summary>
public interface IMarketingActivityHandler
{
    /// <summary>Handles one page; returning accepts it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or when <see cref="DotdigitalIntegrationOptions.HandlerTimeout"/> is over.</param>
    Task HandleAsync(MarketingActivityPage page, CancellationToken cancellationToken);
}
