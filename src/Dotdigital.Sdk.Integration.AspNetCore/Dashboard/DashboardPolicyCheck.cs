using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>Keeps a host from starting with a policy that does not exist: it would be found out by the first visitor.</summary>
internal sealed class DashboardPolicyCheck(IAuthorizationPolicyProvider policies, IOptions<DotdigitalDashboardOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(nameof(DotdigitalDashboardOptions.ViewPolicy), options.Value.ViewPolicy).ConfigureAwait(false);
        await CheckAsync(nameof(DotdigitalDashboardOptions.ChangePolicy), options.Value.ChangePolicy).ConfigureAwait(false);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CheckAsync(string option, string? policy)
    {
        if (!string.IsNullOrWhiteSpace(policy) && await policies.GetPolicyAsync(policy).ConfigureAwait(false) is null)
        {
            throw new InvalidOperationException($"The Dotdigital dashboard's {option} '{policy}' does not exist: add it with AddAuthorization(policies => policies.AddPolicy(\"{policy}\", ...)), or correct the name.");
        }
    }
}
