using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class SignInContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task AC2_State_IsTakenOnceByItsAccount()
    {
        var state = State("one", "anna");
        await WriteAsync(unit => unit.SignIns.AddStateAsync(state, Cancellation));

        Assert.Null(await TakeAsync("one", OtherAccount));
        Assert.Null(await TakeAsync("two"));
        Assert.Equal(state, await TakeAsync("one"));
        Assert.Null(await TakeAsync("one"));
    }

    [Fact]
    public async Task AC2_State_TakenWithoutACommit_IsStillThere()
    {
        await WriteAsync(unit => unit.SignIns.AddStateAsync(State("one", "anna"), Cancellation));

        Assert.NotNull(await ReadAsync(unit => unit.SignIns.TakeStateAsync("one", Cancellation)));

        Assert.NotNull(await TakeAsync("one"));
    }

    [Fact]
    public async Task AC2_State_TakenByManyAtOnce_IsGotByOne()
    {
        await WriteAsync(unit => unit.SignIns.AddStateAsync(State("one", "anna"), Cancellation));

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync("one"))));

        Assert.Single(taken, static state => state is not null);
    }

    [Fact]
    public async Task AC2_ExpiredStates_AreDeletedAndOthersStay()
    {
        await WriteAsync(async unit =>
        {
            await unit.SignIns.AddStateAsync(State("past", "anna") with { ExpiresAt = Noon.AddTicks(-1) }, Cancellation);
            await unit.SignIns.AddStateAsync(State("now", "anna") with { ExpiresAt = Noon }, Cancellation);
            await unit.SignIns.AddStateAsync(State("later", "anna") with { ExpiresAt = Noon.AddTicks(1) }, Cancellation);
            await unit.SignIns.DeleteExpiredStatesAsync(Noon, Cancellation);
        });

        Assert.Null(await TakeAsync("past"));
        Assert.Null(await TakeAsync("now"));
        Assert.NotNull(await TakeAsync("later"));
    }

    [Fact]
    public async Task AC2_Tokens_AreOfAnAccountAndAUser()
    {
        await WriteAsync(async unit =>
        {
            await unit.SignIns.SaveTokenAsync(Token("anna", "old"), Cancellation);
            await unit.SignIns.SaveTokenAsync(Token("anna", "new"), Cancellation);
            await unit.SignIns.SaveTokenAsync(Token("Anna", "another person"), Cancellation);
        });
        await WriteAsync(unit => unit.SignIns.SaveTokenAsync(Token("anna", "there"), Cancellation), OtherAccount);

        Assert.Equal(Token("anna", "new"), await FindAsync("anna"));
        Assert.Equal("another person", (await FindAsync("Anna"))!.ProtectedToken);
        Assert.Null(await FindAsync("bert"));
        Assert.Equal("there", (await ReadAsync(unit => unit.SignIns.FindTokenAsync("anna", Cancellation), OtherAccount))!.ProtectedToken);
    }

    [Fact]
    public async Task AC2_ReplaceToken_HitsOnlyTheOneThatWasRead()
    {
        var read = Token("anna", "first");
        await WriteAsync(unit => unit.SignIns.SaveTokenAsync(read, Cancellation));

        Assert.True(await ReplaceAsync(read, "second"));
        Assert.False(await ReplaceAsync(read, "third"));
        Assert.False(await ReplaceAsync(read, null));
        Assert.Equal(read with { ProtectedToken = "second" }, await FindAsync("anna"));
        Assert.True(await ReplaceAsync(Token("anna", "second"), null));
        Assert.False(await ReplaceAsync(Token("anna", "second"), "fourth"));
        Assert.Null(await FindAsync("anna"));
    }

    [Fact]
    public async Task AC2_DeleteUser_LeavesOthersAlone()
    {
        await WriteAsync(async unit =>
        {
            await unit.SignIns.SaveTokenAsync(Token("anna", "a"), Cancellation);
            await unit.SignIns.SaveTokenAsync(Token("bert", "b"), Cancellation);
            await unit.SignIns.AddStateAsync(State("of anna", "anna"), Cancellation);
            await unit.SignIns.AddStateAsync(State("of bert", "bert"), Cancellation);
        });
        await WriteAsync(unit => unit.SignIns.SaveTokenAsync(Token("anna", "there"), Cancellation), OtherAccount);

        await WriteAsync(unit => unit.SignIns.DeleteUserAsync("anna", Cancellation));

        Assert.Null(await FindAsync("anna"));
        Assert.NotNull(await FindAsync("bert"));
        Assert.Null(await TakeAsync("of anna"));
        Assert.NotNull(await ReadAsync(unit => unit.SignIns.FindTokenAsync("anna", Cancellation), OtherAccount));
        await WriteAsync(unit => unit.SignIns.DeleteAllAsync(Cancellation));
        Assert.Null(await FindAsync("bert"));
        Assert.Null(await TakeAsync("of bert"));
        Assert.NotNull(await ReadAsync(unit => unit.SignIns.FindTokenAsync("anna", Cancellation), OtherAccount));
    }

    private static SignInStateRecord State(string id, string user) =>
        new() { Id = id, ProofHash = "AB12", User = user, RedirectUri = new Uri("https://shop.example/callback?x=1"), ExpiresAt = Noon };

    private static SignInTokenRecord Token(string user, string ciphertext) => new() { User = user, ProtectedToken = ciphertext, ConnectedAt = Noon };

    private Task<SignInTokenRecord?> FindAsync(string user) => ReadAsync(unit => unit.SignIns.FindTokenAsync(user, Cancellation));

    private async Task<SignInStateRecord?> TakeAsync(string id, Integration.Accounts.AccountId? account = null)
    {
        SignInStateRecord? state = null;
        await WriteAsync(async unit => state = await unit.SignIns.TakeStateAsync(id, Cancellation), account);
        return state;
    }

    private async Task<bool> ReplaceAsync(SignInTokenRecord read, string? ciphertext)
    {
        var replaced = false;
        await WriteAsync(async unit => replaced = await unit.SignIns.ReplaceTokenAsync(read, ciphertext, Cancellation));
        return replaced;
    }
}
