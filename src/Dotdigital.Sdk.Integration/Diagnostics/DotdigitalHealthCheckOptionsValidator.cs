using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Checks the thresholds at start and reports every mistake at once.</summary>
internal sealed class DotdigitalHealthCheckOptionsValidator : IValidateOptions<DotdigitalHealthCheckOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(366);

    public ValidateOptionsResult Validate(string? name, DotdigitalHealthCheckOptions options)
    {
        var mistakes = new List<string>();
        Require(options.DegradedAfter, nameof(options.DegradedAfter));
        Require(options.UnhealthyAfter, nameof(options.UnhealthyAfter));
        Require(options.BatchDegradedAfter, nameof(options.BatchDegradedAfter));
        return mistakes.Count > 0 ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;

        void Require(TimeSpan? value, string key)
        {
            if (value is { } time && (time < Least || time > Most))
            {
                mistakes.Add($"{nameof(DotdigitalHealthCheckOptions)}.{key} must be from {Least} to {Most}.");
            }
        }
    }
}
