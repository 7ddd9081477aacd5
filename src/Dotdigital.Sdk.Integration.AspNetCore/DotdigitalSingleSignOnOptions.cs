using System.Security.Claims;

namespace Dotdigital.Sdk.Integration.AspNetCore;

/// <summary>How the single sign-on pages know people, and who may use them.</summary>
public sealed class DotdigitalSingleSignOnOptions
{
    /// <summary>The authorization policy of the pages; null: the host's default one. Whatever it says, a signed-in user is required.</summary>
    public string? AuthorizationPolicy { get; set; }

    /// <summary>
    /// The host's id of a signed-in person, 1 to 200 characters, never given to another person; null when there is none, and the person is turned away. By default
    /// the claim <see cref="ClaimTypes.NameIdentifier"/>, else <c>sub</c>.
    /// </summary>
    public Func<ClaimsPrincipal, string?> UserId { get; set; } = static user => user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.FindFirst("sub")?.Value;

    /// <summary>
    /// The callback's address as registered with Dotdigital, https (or loopback), when it is not the one that the request shows, as behind a proxy that does not
    /// forward the host; null: taken from the request.
    /// </summary>
    public Uri? CallbackAddress { get; set; }
}
