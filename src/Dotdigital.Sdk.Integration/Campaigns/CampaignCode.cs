using System.Globalization;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>The code of a campaign for the host's own marketing campaign (rule IM-2).</summary>
internal static class CampaignCode
{
    /// <summary>The longest code.</summary>
    public const int MaxLength = 20;

    /// <summary>The name cut, everything but letters A to Z and digits as <c>_</c>, plus <c>_</c> and the id: unique by the id alone.</summary>
    public static string For(string name, int campaignId)
    {
        var id = campaignId.ToString(CultureInfo.InvariantCulture);
        var room = Math.Min(name.Length, MaxLength - id.Length - 1);
        return string.Concat(
            string.Create(room, name, static (code, source) =>
            {
                for (var i = 0; i < code.Length; i++)
                {
                    code[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
                }
            }),
            "_",
            id);
    }
}
