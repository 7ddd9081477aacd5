using System.Net;
using System.Text;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Webhooks;

/// <summary>Only what Dotdigital signed is taken.</summary>
public sealed class WebhookSignatureTests : WebhookTests
{
    [Fact]
    public async Task Signature_OfThePublishedExampleOfHmacSha1_IsTheDocumentedForm() =>
        Assert.Equal("de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9", await Task.FromResult(Posts.Sign("The quick brown fox jumps over the lazy dog", "key")));

    [Fact]
    public async Task Signature_InUpperCaseOrWithBlanks_IsTheSame()
    {
        var body = Event("e1");

        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body, $" {Posts.Sign(body).ToUpperInvariant()} "));

        Assert.Equal(1, await Node.WaitingAsync());
    }

    [Fact]
    public async Task Signature_MissingOrWrong_IsRefusedWith401_AndNothingIsStored()
    {
        var body = Event("e1");
        var good = Posts.Sign(body);
        string?[] wrong =
        [
            null, string.Empty, "x", good[..38], good + "00", new string('g', 40), Convert.ToBase64String(Encoding.ASCII.GetBytes(good)), Posts.Sign(body, WebBench.OtherSecret), Posts.Sign(body + " "),
            Posts.Sign(body, string.Empty), (good[0] == '0' ? '1' : '0') + good[1..], good[..39] + (good[39] == '0' ? '1' : '0'),
        ];

        foreach (var signature in wrong)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(body, signature));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(body.Replace("1234", "1235", StringComparison.Ordinal), good));
        Assert.Equal(0, await Node.WaitingAsync());
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body, good));
    }

    [Fact]
    public async Task Secrets_SetAtRunTime_WinOverConfiguredOnes_RotateAndAreForgotten_AndNeverComeBack()
    {
        var accounts = Node.Get<IAccountService>();
        var id = new AccountId("stored");
        var settings = Bench.Settings();
        settings.WebhookSecrets.Clear();
        await accounts.AddAsync(id, settings, WebBench.Cancel);
        var (one, two, three) = (Event("e1"), Event("e2"), Event("e3"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(one, Posts.Sign(one), "stored"));

        var set = await accounts.SetWebhookSecretsAsync(id, [WebBench.Secret], cancellationToken: WebBench.Cancel);
        Assert.Equal((1, true), (set.WebhookSecrets, set.HasStoredWebhookSecrets));
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(one, Posts.Sign(one), "stored"));
        await accounts.UpdateAsync(id, static changed => changed.Name = "Renamed", WebBench.Cancel);
        var rotating = await accounts.SetWebhookSecretsAsync(id, [WebBench.OtherSecret], keepsPresent: true, WebBench.Cancel);
        Assert.Equal(2, rotating.WebhookSecrets);
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(two, Posts.Sign(two), "stored"));
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(two, Posts.Sign(two, WebBench.OtherSecret), "stored"));
        await accounts.SetWebhookSecretsAsync(id, [WebBench.OtherSecret], cancellationToken: WebBench.Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(three, Posts.Sign(three), "stored"));
        var tooShort = await Assert.ThrowsAsync<AccountChangeException>(() => accounts.SetWebhookSecretsAsync(id, ["fifteen letters"], cancellationToken: WebBench.Cancel));
        Assert.Equal(AccountChangeProblem.Invalid, tooShort.Problem);
        await accounts.SetWebhookSecretsAsync(WebBench.Main, [WebBench.OtherSecret], cancellationToken: WebBench.Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(three, Posts.Sign(three)));
        var back = await accounts.SetWebhookSecretsAsync(WebBench.Main, [], cancellationToken: WebBench.Cancel);

        Assert.Equal((1, false), (back.WebhookSecrets, back.HasStoredWebhookSecrets));
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(three, Posts.Sign(three)));
        Assert.DoesNotContain(WebBench.OtherSecret, (await Node.Store.Accounts.FindAsync(id, WebBench.Cancel))!.ProtectedWebhookSecrets!, StringComparison.Ordinal);
        Assert.DoesNotContain(WebBench.OtherSecret, Node.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_OldAndNew_CountWhileOneReplacesTheOther()
    {
        await using var rotating = await StartNodeAsync(static options => options.Accounts["main"].WebhookSecrets.Add(WebBench.OtherSecret));
        var (one, two) = (Event("e1"), Event("e2"));

        Assert.Equal(HttpStatusCode.OK, await rotating.PostAsync(one, Posts.Sign(one)));
        Assert.Equal(HttpStatusCode.OK, await rotating.PostAsync(two, Posts.Sign(two, WebBench.OtherSecret)));

        Assert.Equal(2, await rotating.WaitingAsync());
    }

    [Fact]
    public async Task Account_UnknownOrWithoutASecret_IsRefusedLikeAWrongSignature()
    {
        await using var without = await StartNodeAsync(static options => options.Accounts["main"].WebhookSecrets.Clear());
        var body = Event("e1");

        Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(body, Posts.Sign(body), "nobody"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Node.PostAsync(body, Posts.Sign(body), new string('x', 65)));
        Assert.Equal(HttpStatusCode.Unauthorized, await without.PostAsync(body));
        Assert.Equal(HttpStatusCode.Unauthorized, await without.PostAsync(body, Posts.Sign(body, string.Empty)));
        Assert.Equal(0, await Node.WaitingAsync());
        Assert.Contains("WebhookSecrets", without.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_IsNeverLogged_NorIsTheBody()
    {
        var body = Event("e1");
        await Node.PostAsync(body);
        await Node.PostAsync(body, Posts.Sign(body, WebBench.OtherSecret));
        await DeliverAsync(Node);

        Assert.NotEmpty(Node.Log.Text);
        Assert.DoesNotContain(WebBench.Secret, Node.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", Node.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Posts.Sign(body), Node.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Secret_ThatIsTooShort_FailsAtStart_ByItsKey()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => StartNodeAsync(static options => options.Accounts["main"].WebhookSecrets.Add("fifteen letters")));

        Assert.Contains("Dotdigital:Accounts:main:WebhookSecrets", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("fifteen letters", error.ToString(), StringComparison.Ordinal);
    }
}
