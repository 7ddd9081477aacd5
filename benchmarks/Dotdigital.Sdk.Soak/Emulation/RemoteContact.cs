using System.Text.Json;

namespace Dotdigital.Sdk.Soak.Emulation;

/// <summary>A contact as the control API tells it.</summary>
internal sealed record RemoteContact(string? Email, string Status, List<RemoteMembership> Memberships, Dictionary<string, JsonElement> DataFields);
