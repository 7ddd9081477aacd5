namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Why a change of an account was refused.</summary>
public enum AccountChangeProblem
{
    /// <summary>A setting is missing or wrong.</summary>
    Invalid = 0,

    /// <summary>There is an account of that id already.</summary>
    Exists = 1,

    /// <summary>It has only configured settings, which are changed in the configuration.</summary>
    Configured = 2,

    /// <summary>Connections, unsettled batches or opt-outs that Dotdigital was not told of hang on it.</summary>
    InUse = 3,

    /// <summary>Others kept changing it meanwhile.</summary>
    ChangedMeanwhile = 4,
}
