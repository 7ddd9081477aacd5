using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.Events;

/// <summary>Where problems of a subscription are told (<c>alertsConfiguration</c>).</summary>
public sealed record EventAlerts
{
    private EventAlerts(EventAlertChannel channels, string? email = null)
    {
        AlertChannels = channels;
        Email = email;
    }

    /// <summary>Nowhere.</summary>
    public static EventAlerts None { get; } = new(EventAlertChannel.None);

    /// <summary>In the web application.</summary>
    public static EventAlerts InApp { get; } = new(EventAlertChannel.InApp);

    /// <summary>By which channels.</summary>
    public EventAlertChannel AlertChannels { get; }

    /// <summary>To which address, when by email.</summary>
    public string? Email { get; }

    /// <summary>By email.</summary>
    /// <param name="email">The address.</param>
    public static EventAlerts ByEmail(string email)
    {
        Check.Email(email);
        return new(EventAlertChannel.Email, email);
    }

    /// <summary>By email and in the web application.</summary>
    /// <param name="email">The address.</param>
    public static EventAlerts ByEmailAndInApp(string email)
    {
        Check.Email(email);
        return new(EventAlertChannel.EmailAndInApp, email);
    }
}
