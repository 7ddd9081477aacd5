namespace Dotdigital.Sdk.Errors;

/// <summary>The root of every error this SDK throws.</summary>
public class DotdigitalException : Exception
{
    /// <summary>Creates the error.</summary>
    public DotdigitalException()
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What was tried, what happened, what to do. No secrets.</param>
    public DotdigitalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What was tried, what happened, what to do. No secrets.</param>
    /// <param name="innerException">The cause.</param>
    public DotdigitalException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
