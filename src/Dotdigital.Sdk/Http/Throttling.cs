using System.Net;
using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Http;

internal static class Throttling
{
    /// <summary>Tells the three ways of "too many" apart.</summary>
    public static Throttle Classify(DotdigitalApiFailure failure) => failure.StatusCode switch
    {
        HttpStatusCode.TooManyRequests when failure.ErrorCode?.Contains(":tooMany", StringComparison.OrdinalIgnoreCase) == true => Throttle.Busy,
        HttpStatusCode.TooManyRequests => Throttle.Tier,
        HttpStatusCode.BadRequest when DotdigitalErrorCodes.ApiUsageExceeded.Equals(failure.ErrorCode, StringComparison.OrdinalIgnoreCase) => Throttle.HourlyCap,
        _ => Throttle.None,
    };
}
