namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A campaign as it was when asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status, as v2 spells it.</param>
/// <param name="Sent">When it was sent first.</param>
/// <param name="AddressBookIds">The address books it was sent to.</param>
/// <param name="Recipients">The people it was sent to.</param>
/// <param name="Opens">How often it was opened.</param>
/// <param name="Clicks">How often a link in it was clicked.</param>
public sealed record EmulatedCampaign(
    int Id, string Name, string Status, DateTimeOffset? Sent, IReadOnlyList<int> AddressBookIds, IReadOnlyList<string> Recipients, int Opens, int Clicks);
