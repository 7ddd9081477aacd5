namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>The rate-limit tier of an operation (rate-limits.yml).</summary>
public enum RateTier
{
    /// <summary>Bulk imports and large reads.</summary>
    Low,

    /// <summary>Single updates and moderately complex reads.</summary>
    Medium,

    /// <summary>Single look-ups and statuses.</summary>
    High,

    /// <summary>Never limited.</summary>
    Unlimited,
}
