namespace Dotdigital.Sdk.Http;

/// <summary>What was read from an answer, with the server's clock.</summary>
internal readonly record struct ApiAnswer<T>(T Value, DateTimeOffset? ServerDate);
