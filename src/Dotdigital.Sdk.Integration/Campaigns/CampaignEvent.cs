using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Import;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>An open or a click as far as the engine keeps it, with all that tells two of them apart.</summary>
/// <param name="ContactId">Dotdigital's id of the contact.</param>
/// <param name="Email">Its address as read.</param>
/// <param name="At">When; null when Dotdigital did not say.</param>
/// <param name="Url">The link, by <see cref="ClickedUrl"/>; empty for opens.</param>
/// <param name="Source">Client and address it came from: only to know a row again.</param>
internal readonly record struct CampaignEvent(long ContactId, string? Email, DateTimeOffset? At, string Url, string Source)
{
    /// <summary>What it is known by again; a contact whose address changed meanwhile is the same.</summary>
    public long Mark => (long)StableHash.Seed.Mix(ContactId).Mix(At?.UtcTicks ?? 0).Mix(Url).Mix(Source);

    public static CampaignEvent From(CampaignOpen open) =>
        new(open.ContactId, open.Email, open.DateOpened, string.Empty, $"{open.IpAddress} {open.MailClient} {open.MailClientVersion} {open.IsForward} {open.UserAgent}");

    public static CampaignEvent From(CampaignClick click) =>
        new(click.ContactId, click.Email, click.DateClicked, ClickedUrl.Of(click.Url), $"{click.IpAddress} {click.Keyword} {click.UserAgent}");
}
