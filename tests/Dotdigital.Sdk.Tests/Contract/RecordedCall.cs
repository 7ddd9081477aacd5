namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>A request as it came.</summary>
internal sealed record RecordedCall(
    PublishedOperation Operation, Uri Uri, IReadOnlyList<KeyValuePair<string, string>> Query, IReadOnlyList<string> Headers, string? MediaType, byte[]? Body);
