namespace Dotdigital.Sdk.Errors;

/// <summary>404: the thing asked for does not exist.</summary>
public sealed class DotdigitalNotFoundException : DotdigitalApiException
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What was answered.</param>
    public DotdigitalNotFoundException(DotdigitalApiFailure failure)
        : base(failure, "It does not exist, or was deleted meanwhile.")
    {
    }
}
