namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What happens at a request on its way.</summary>
internal enum NetworkTrouble
{
    /// <summary>No connection comes about.</summary>
    Refused,

    /// <summary>The answer takes longer than the client waits; Dotdigital never had the request.</summary>
    TimeoutBefore,

    /// <summary>The answer takes longer than the client waits; Dotdigital had the request.</summary>
    TimeoutAfter,

    /// <summary>The connection is closed after Dotdigital had the request.</summary>
    Lost,

    /// <summary>The process is killed before Dotdigital has it.</summary>
    KillBefore,

    /// <summary>The process is killed after Dotdigital had it.</summary>
    KillAfter,

    /// <summary>The run is cancelled.</summary>
    CancelBefore,
}
