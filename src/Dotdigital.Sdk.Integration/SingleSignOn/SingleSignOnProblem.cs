namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>Why somebody could not sign in.</summary>
public enum SingleSignOnProblem
{
    /// <summary>The account has no client id, or no allowed address of Dotdigital's web application.</summary>
    NotConfigured = 0,

    /// <summary>The callback's state is unknown, used, expired or somebody else's: begin again.</summary>
    StateRefused = 1,

    /// <summary>The person, or Dotdigital, said no.</summary>
    Denied = 2,

    /// <summary>The person is not connected, or Dotdigital no longer accepts the connection: connect again.</summary>
    ConnectAgain = 3,

    /// <summary>Dotdigital refused the client id and its secret.</summary>
    ClientRefused = 4,

    /// <summary>Dotdigital could not answer: try again later.</summary>
    Unavailable = 5,
}
