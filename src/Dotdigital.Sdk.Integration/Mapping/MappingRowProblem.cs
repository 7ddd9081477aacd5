namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>What is wrong with one row of a mapping.</summary>
/// <param name="Row">The row's place in <see cref="MappingDraft.Rows"/>, from 0.</param>
/// <param name="Problem">What is wrong, and the remedy; of several lists of the entity it names the one that has it.</param>
public sealed record MappingRowProblem(int Row, string Problem);
