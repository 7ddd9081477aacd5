namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What a read under way keeps of one id.</summary>
/// <param name="Id">The id, in whatever series the read counts by.</param>
/// <param name="Value">What the read has to remember of it.</param>
public readonly record struct StagedId(long Id, long Value);
