using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>When what the host refused is tried again: after half a minute, twice as long each time, at least once a day.</summary>
internal static class HostWriteRetries
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The write after a refusal. What the host's own exceptions say may name a person, so that only their type is kept.</summary>
    public static HostWriteRecord Refused(HostWriteRecord write, Exception refusal, DateTimeOffset now)
    {
        var delay = First * Math.Pow(2, Math.Min(write.Attempts, 20));
        return write with
        {
            Attempts = write.Attempts + 1,
            NextAttemptAt = now + (delay < Longest ? delay : Longest),
            Error = refusal is HostWriteRefusedException ? refusal.Message : $"The host failed with {refusal.GetType().Name}.",
        };
    }
}
