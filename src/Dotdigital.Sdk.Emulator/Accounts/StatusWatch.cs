using System.Text.Json;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>Notes every import or update that carries a subscription status (FACTS: "v3 danger").</summary>
internal static class StatusWatch
{
    public static void V2(ApiRequest r, JsonElement contact)
    {
        if (contact.Text("status") is { } status)
        {
            Note(r, contact.Text("email"), status);
        }
    }

    /// <summary>Notes the status in a v3 body's channel properties, and gives the email channel's.</summary>
    public static string? V3(ApiRequest r, JsonElement body, string? email)
    {
        string? result = null;
        if (body.TryGet("channelProperties", out var channels) && channels.ValueKind == JsonValueKind.Object)
        {
            foreach (var channel in channels.EnumerateObject())
            {
                if (channel.Value.Text("status") is { } status)
                {
                    Note(r, email, $"{channel.Name}: {status}");
                    result = channel.NameEquals("email"u8) ? status : result;
                }
            }
        }

        return result;
    }

    private static void Note(ApiRequest r, string? email, string status)
        => r.Account.Violations.Add(new Violation(
            new DateTimeOffset(r.Now, TimeSpan.Zero), r.Operation.Id, ViolationKind.StatusSent, email, null, $"{r.Operation.Id} carried the status '{status}' for {email ?? "nobody"}"));
}
