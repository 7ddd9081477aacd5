using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>The part of the page that is asked for again every few seconds.</summary>
/// <param name="Account">The account.</param>
/// <param name="Running">The run under way; null when none is.</param>
/// <param name="Finished">The last runs that are over, newest first.</param>
/// <param name="Limits">The rate limits; null before anybody heard of them.</param>
internal sealed record LiveModel(AccountDetails Account, SyncRun? Running, IReadOnlyList<SyncRun> Finished, AccountLimits? Limits);
