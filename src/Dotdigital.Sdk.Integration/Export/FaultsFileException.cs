using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>A faults file could not be read.</summary>
internal sealed class FaultsFileException(string problem) : DotdigitalException($"The faults file of an import cannot be read: {problem}.");
