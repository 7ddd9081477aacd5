namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How often a link of a campaign was clicked.</summary>
/// <param name="Url">The link; empty when Dotdigital did not tell it.</param>
/// <param name="Clicks">How often.</param>
public sealed record LinkClickCount(string Url, long Clicks);
