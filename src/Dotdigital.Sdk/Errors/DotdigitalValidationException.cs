namespace Dotdigital.Sdk.Errors;

/// <summary>400: the request was refused as it stands; repeating it is useless.</summary>
public sealed class DotdigitalValidationException : DotdigitalApiException
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What was answered.</param>
    public DotdigitalValidationException(DotdigitalApiFailure failure)
        : base(failure, "Correct the request: repeating it will not help.")
    {
    }
}
