namespace Quickstart.Story;

/// <summary>What each recipient of the campaign does: the same at every asking, so that it can be gone on with and checked.</summary>
internal sealed record CampaignReactions(
    IReadOnlyList<string> Opens,
    IReadOnlyList<(string Email, string Url)> Clicks,
    IReadOnlyList<string> SoftBounces,
    IReadOnlyList<string> HardBounces,
    IReadOnlyList<string> UnsubscribesFromBook,
    IReadOnlyList<string> UnsubscribesFromAccount,
    string Suppressed)
{
    private const string Offer = "https://shop.example/offer?a=1,2&b=\"3\"";
    private const string Story = "https://shop.example/story";

    /// <param name="recipients">Everybody it was sent to, in order.</param>
    public static CampaignReactions Of(IReadOnlyList<string> recipients)
    {
        var reactions = new CampaignReactions(new List<string>(), new List<(string, string)>(), new List<string>(), new List<string>(), new List<string>(), new List<string>(), recipients[3]);
        for (var i = 0; i < recipients.Count; i++)
        {
            reactions.React(i, recipients[i]);
        }

        return reactions;
    }

    private void React(int i, string email)
    {
        if (email == Suppressed)
        {
            return;
        }

        if (i % 97 == 5)
        {
            ((List<string>)HardBounces).Add(email);
            return;
        }

        if (i % 83 == 7)
        {
            ((List<string>)SoftBounces).Add(email);
            return;
        }

        // Few read everything, many nothing.
        var opens = i % 8 == 0 ? 1 : 0;
        opens += i % 64 == 0 ? 3 : 0;
        for (var open = 0; open < opens; open++)
        {
            ((List<string>)Opens).Add(email);
        }

        if (opens > 0 && i % 40 == 0)
        {
            ((List<(string, string)>)Clicks).Add((email, Offer));
            ((List<(string, string)>)Clicks).Add((email, i % 80 == 0 ? Offer : Story));
        }

        if (i % 151 == 11)
        {
            ((List<string>)UnsubscribesFromBook).Add(email);
        }
        else if (i % 211 == 13)
        {
            ((List<string>)UnsubscribesFromAccount).Add(email);
        }
    }
}
