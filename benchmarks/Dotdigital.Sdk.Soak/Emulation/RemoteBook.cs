namespace Dotdigital.Sdk.Soak.Emulation;

/// <summary>An address book as the control API tells it.</summary>
internal sealed record RemoteBook(int Id, string Name);
