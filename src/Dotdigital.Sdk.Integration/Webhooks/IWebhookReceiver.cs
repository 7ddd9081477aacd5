using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>
/// Receives what Dotdigital posts: checks the signature, the age and repeats, and stores the events before it answers; they are delivered to the host's
/// handlers afterwards, at least once. Dotdigital.Sdk.Integration.AspNetCore maps it to a path; other hosts call it themselves.
/// </summary>
public interface IWebhookReceiver
{
    /// <summary>
    /// Receives one request. It answers within 8 seconds, of the 10 that Dotdigital waits. What was wrong is in the answer, not thrown; answer the request with
    /// <see cref="WebhookReceipt.StatusCode"/>, which tells Dotdigital whether to send it again.
    /// </summary>
    /// <param name="account">The account that the address is for.</param>
    /// <param name="body">The raw body, not decoded in any way; read up to <see cref="DotdigitalIntegrationOptions.MaxWebhookBytes"/> and only when the signature has the right form.</param>
    /// <param name="signature">The header <c>X-Comapi-Signature</c>; null when it is missing.</param>
    /// <param name="cancellationToken">The sender is gone.</param>
    /// <returns>What became of the events.</returns>
    /// <exception cref="IOException">The body could not be read to its end.</exception>
    Task<WebhookReceipt> ReceiveAsync(AccountId account, Stream body, string? signature, CancellationToken cancellationToken = default);
}
