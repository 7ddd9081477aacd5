using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>Keeps a host from starting with a dashboard that is open to everybody.</summary>
internal sealed class DashboardOptionsValidator(IHostEnvironment environment) : IValidateOptions<DotdigitalDashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DotdigitalDashboardOptions options)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ViewPolicy))
        {
            if (!options.AllowLoopbackInDevelopment)
            {
                mistakes.Add(
                    "The Dotdigital dashboard shows customers' addresses and has no authorization policy: set ViewPolicy (and ChangePolicy) in AddDotdigitalDashboard(...) to a policy "
                    + "of AddAuthorization(...). On a developer's own machine AllowLoopbackInDevelopment does without.");
            }
            else if (!environment.IsDevelopment())
            {
                mistakes.Add(
                    $"The Dotdigital dashboard has no authorization policy: AllowLoopbackInDevelopment counts in the environment Development only, and this is {environment.EnvironmentName}. "
                    + "Set ViewPolicy (and ChangePolicy) in AddDotdigitalDashboard(...).");
            }
        }

        if (string.IsNullOrWhiteSpace(options.Title) || options.Title.Length > 60)
        {
            mistakes.Add("The Dotdigital dashboard's Title must have 1 to 60 characters.");
        }

        return mistakes.Count > 0 ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }
}
