namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>Single marketing emails, which respect opt-outs. v3. Nothing is repeated after a lost answer: it may have been sent.</summary>
public interface IMarketingEmailApi
{
    /// <summary>Sends one marketing email; an unknown address becomes a contact (<c>POST /marketing-email/v3/send</c>).</summary>
    /// <param name="email">The email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalConflictException">The person opted out or cannot be reached; nothing was sent. The code says why (<see cref="MarketingEmailFailureCode"/>).</exception>
    Task SendAsync(MarketingEmailMessage email, CancellationToken cancellationToken = default);

    /// <summary>Sends several marketing emails; those to people who opted out are not sent, and told in the result (<c>POST /marketing-email/v3/batch</c>).</summary>
    /// <param name="emails">The emails; at least one.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<MarketingEmailBatchResult> SendBatchAsync(IReadOnlyList<MarketingEmailMessage> emails, CancellationToken cancellationToken = default);
}
