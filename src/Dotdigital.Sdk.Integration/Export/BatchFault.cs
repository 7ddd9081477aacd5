namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What Dotdigital reported of one member.</summary>
/// <param name="Reason">What it asks for.</param>
/// <param name="Text">Dotdigital's own words.</param>
internal sealed record BatchFault(FaultReason Reason, string Text);
