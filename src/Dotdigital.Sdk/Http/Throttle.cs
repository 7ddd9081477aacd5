namespace Dotdigital.Sdk.Http;

/// <summary>Why a call was not let through.</summary>
internal enum Throttle
{
    /// <summary>It was let through, and failed for another reason.</summary>
    None,

    /// <summary>The tier's calls of this minute are used up.</summary>
    Tier,

    /// <summary>The deprecated hourly cap.</summary>
    HourlyCap,

    /// <summary>Too many jobs at once: not a rate, and nothing says when it ends.</summary>
    Busy,
}
