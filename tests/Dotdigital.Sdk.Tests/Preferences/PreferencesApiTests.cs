using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Preferences;

public sealed class PreferencesApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""[{"id":5},{"id":9}]""", """[{"id":9},{"id":11}]""", """[{"id":11}]""")]
    [InlineData("""[{"id":5},{"id":9}]""", """[{"id":11}]""", "[]")]
    public async Task GetContacts_GoesOnFromTheLargestId_WhetherItComesAgainOrNot(string first, string second, string third)
    {
        using var wire = new WireServer().Answer(first).AnswerPage("minContactId", "9", second).AnswerPage("minContactId", "11", third);

        var contacts = await wire.Client.Preferences.GetContactsAsync(3, Token).ToListAsync(Token);

        Assert.Equal([5L, 9, 11], contacts.Select(c => c.Id!.Value));
        Assert.Equal(
            ["/v2/contacts/with-preference/3", "/v2/contacts/with-preference/3?minContactId=9", "/v2/contacts/with-preference/3?minContactId=11"],
            wire.Requests.Select(r => new Uri(r.Url).PathAndQuery));
    }

    [Fact]
    public async Task Create_AnsweredWithNothing_IsDoneAllTheSame()
    {
        using var wire = new WireServer().Answer("");

        Assert.Null(await wire.Client.Preferences.CreateAsync(new() { PublicName = "Shoes", IsPreference = true }, Token));

        Assert.Equal("""{"publicName":"Shoes","isPreference":true}""", wire.AssertRequest("POST", "/v2/preferences").Body);
    }
}
