using System.Text;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Webhooks;
using Dotdigital.Sdk.Tests.Fuzz;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Fuzz;

/// <summary>Whatever a webhook's body and signature hold, reading them ends with events that can be stored, or without any.</summary>
public sealed class WebhookFuzzTests
{
    private const string Body =
        """
        [{"eventId":"e1","accountId":1234,"apiSpaceId":"space","name":"message.delivered","payload":{"id":"m1","details":{"text":"hello","email":"ann@example.com"}},"revision":7,"etag":"W/abc","timestamp":"2026-03-01T08:00:00.000Z"},
         {"eventId":"e2","accountId":1234,"apiSpaceId":"space","name":"profile.updated","payload":{"profileId":"p1"},"revision":8,"etag":"W/abd","timestamp":"2026-03-01T08:00:01.000Z"}]
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AnyBody_IsReadOrNot_AndWhatIsReadCanBeStored()
    {
        var original = Encoding.UTF8.GetBytes(Body);
        var events = 0;
        foreach (var seed in FuzzRuns.Seeds(5_000))
        {
            var spoiled = new Mutator(seed).Spoil(original);
            try
            {
                foreach (var received in WebhookReader.Read(new AccountId("main"), spoiled, Now)?.Events ?? [])
                {
                    Assert.NotEmpty(received.ToOutbox(WebhookReader.OrderKeyOf(received)).Payload);
                    _ = WebhookMentions.Of(received.Payload).Count;
                    events++;
                }
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e} of {Convert.ToBase64String(spoiled)}");
            }
        }

        Assert.True(events > 0);
    }

    /// <summary>Found by the test above: such an event was taken, then refused by the store's side for ever, and the events beside it with it.</summary>
    [Fact]
    public void BytesThatAreNoText_SpoilTheirEventOnly()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        body[body.AsSpan().IndexOf("hello"u8)] = 0xB6;

        var batch = WebhookReader.Read(new AccountId("main"), body, Now)!;

        Assert.Equal("e2", Assert.Single(batch.Events).WebhookId);
        Assert.Equal(1, batch.Unusable);
    }

    [Fact]
    public void AnySignature_IsTwentyBytesOrNone()
    {
        var original = "da39a3ee5e6b4b0d3255bfef95601890afd80709"u8.ToArray();
        foreach (var seed in FuzzRuns.Seeds(2_000))
        {
            var text = Encoding.UTF8.GetString(new Mutator(seed).Spoil(original));

            Assert.True(WebhookSignature.Parse(text) is null or { Length: 20 }, $"Seed {seed}: {text}");
        }
    }
}
