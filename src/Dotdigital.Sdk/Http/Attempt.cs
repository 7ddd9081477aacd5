using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Http;

/// <summary>How one attempt ended: with a value, or throttled. Everything else is thrown.</summary>
/// <param name="Answer">What was read, when not throttled.</param>
/// <param name="Throttled">What was answered, when throttled.</param>
/// <param name="RetryAt">When to try again, when throttled.</param>
/// <param name="IsBusy">Throttled by too many jobs, which no window resets.</param>
internal readonly record struct Attempt<T>(ApiAnswer<T> Answer, DotdigitalApiFailure? Throttled, DateTimeOffset RetryAt, bool IsBusy);
