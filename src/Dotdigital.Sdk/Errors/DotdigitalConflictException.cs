namespace Dotdigital.Sdk.Errors;

/// <summary>409: it exists already, or is in use.</summary>
public sealed class DotdigitalConflictException : DotdigitalApiException
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What was answered.</param>
    public DotdigitalConflictException(DotdigitalApiFailure failure)
        : base(failure, "It exists already or is in use.")
    {
    }
}
