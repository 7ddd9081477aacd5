using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.SingleSignOn;

/// <summary>What a person is told when signing in failed, and whether beginning again helps.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Heading">What happened.</param>
/// <param name="NextStep">What to do.</param>
/// <param name="CanBegin">Whether the person can do it by beginning again.</param>
internal sealed record SignInFailure(int Status, string Heading, string NextStep, bool CanBegin)
{
    /// <summary>The failure for an exception; null for one that is none of sign-in.</summary>
    public static SignInFailure? Of(Exception failed) => failed switch
    {
        UnknownAccountException => new(StatusCodes.Status404NotFound, "There is no such account", "Check the address, or ask whoever runs this site whether the account is set up.", false),
        SingleSignOnException known => Of(known.Problem),
        SecretException => new(StatusCodes.Status500InternalServerError, "Signing in is not possible now", "A stored secret cannot be read. Ask whoever runs this site; its log says which.", false),
        DotdigitalException => new(StatusCodes.Status503ServiceUnavailable, "Dotdigital did not answer", "Try again in some minutes.", true),
        _ => null,
    };

    private static SignInFailure Of(SingleSignOnProblem problem) => problem switch
    {
        SingleSignOnProblem.NotConfigured => new(StatusCodes.Status409Conflict, "Single sign-on is not set up", "Ask whoever runs this site to set it up for this account; the log says what is missing.", false),
        SingleSignOnProblem.StateRefused => new(
            StatusCodes.Status400BadRequest, "You are not connected", "The request was too old, used already, or begun by somebody else. Begin again, and finish within 10 minutes.", true),
        SingleSignOnProblem.Denied => new(StatusCodes.Status403Forbidden, "You are not connected", "Dotdigital was not allowed to connect you. If you want to be connected, begin again and agree.", true),
        SingleSignOnProblem.ConnectAgain => new(StatusCodes.Status409Conflict, "You are not connected", "You have not connected yet, or Dotdigital no longer accepts the connection. Connect again.", true),
        SingleSignOnProblem.ClientRefused => new(StatusCodes.Status502BadGateway, "Dotdigital refused this site", "Ask whoever runs this site to check the client id, its secret and the registered callback address.", false),
        _ => new(StatusCodes.Status503ServiceUnavailable, "Dotdigital could not answer", "Try again in some minutes.", true),
    };
}
