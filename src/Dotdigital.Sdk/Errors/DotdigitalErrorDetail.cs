namespace Dotdigital.Sdk.Errors;

/// <summary>One item of a v3 error.</summary>
/// <param name="Item">What failed; may be an email address.</param>
/// <param name="Description">Why.</param>
public sealed record DotdigitalErrorDetail(string? Item, string? Description);
