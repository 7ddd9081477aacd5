namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>What is done to an answer before the client gets it.</summary>
public enum AnswerKind
{
    /// <summary>As published, with everything in it.</summary>
    Full,

    /// <summary>Names and values of enumerations in capitals.</summary>
    ChangedCase,

    /// <summary>Values of enumerations and properties that nobody has heard of.</summary>
    Unknown,

    /// <summary>Every property null, but ids of jobs.</summary>
    Nulls,

    /// <summary>Nothing but what must be there.</summary>
    Sparse,
}
