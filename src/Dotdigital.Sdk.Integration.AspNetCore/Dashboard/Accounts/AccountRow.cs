using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>An account, and how its cycle went last.</summary>
/// <param name="Account">The account.</param>
/// <param name="Cycle">The cycle; null before the first one ended.</param>
/// <param name="SignIn">Whether Dotdigital accepts its API user; null when it was not asked yet.</param>
/// <param name="Limits">Its rate limits; null before anybody heard of them.</param>
internal sealed record AccountRow(AccountDetails Account, JobStateRecord? Cycle, JobStateRecord? SignIn, AccountLimits? Limits)
{
    /// <summary>The tone of its badge.</summary>
    public string Tone => Account switch
    {
        { IsEnabled: false } => "idle",
        _ when SignIn?.FailingSince is not null => "bad",
        _ when Cycle?.FailingSince is not null => "warn",
        _ when Cycle?.LastSuccessAt is null => "busy",
        _ => "ok",
    };

    /// <summary>Its state in a word.</summary>
    public string Word => Tone switch
    {
        "idle" => "Disabled",
        "bad" => "Refused",
        "warn" => "Failing",
        "busy" => "Not run yet",
        _ => "Works",
    };

    /// <summary>What failed, in words; null when nothing does.</summary>
    public string? Problem => Tone switch
    {
        "bad" => SignIn?.LastError,
        "warn" => Cycle?.LastError,
        _ => null,
    };
}
