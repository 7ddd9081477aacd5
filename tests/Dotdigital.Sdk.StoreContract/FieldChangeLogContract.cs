using Dotdigital.Sdk.Integration.Tracking;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class FieldChangeLogContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task TR3_Read_ByCursor_IsInOrderOfAppending()
    {
        await Store.Changes.AppendAsync([Change("b"), Change("a") with { Path = "Address" }], Cancellation);
        await Store.Changes.AppendAsync([Change("c")], Cancellation);

        Assert.Equal(
            [Change("b") with { Sequence = 1 }, new FieldChange(2, "Customer", "Address", "a"), Change("c") with { Sequence = 3 }],
            await Store.Changes.ReadAsync(0, 10, Cancellation));
        Assert.Equal(["a"], (await Store.Changes.ReadAsync(1, 1, Cancellation)).Select(change => change.Key));
    }

    [Fact]
    public async Task TR1_AChangeForOneAccount_KeepsItsAccount()
    {
        await Store.Changes.AppendAsync([Change("a") with { Account = "main" }, Change("b")], Cancellation);

        Assert.Equal(["main", null], (await Store.Changes.ReadAsync(0, 10, Cancellation)).Select(change => change.Account));
    }

    [Fact]
    public async Task TR3_Delete_DeletesExactlyTheseAndTheirSequencesNeverReturn()
    {
        await Store.Changes.AppendAsync([Change("a"), Change("b"), Change("c")], Cancellation);
        await Store.Changes.DeleteAsync([1, 3, 99], Cancellation);
        await Store.Changes.AppendAsync([Change("d")], Cancellation);

        Assert.Equal([2, 4], (await Store.Changes.ReadAsync(0, 10, Cancellation)).Select(change => change.Sequence));
    }

    [Fact]
    public async Task Append_OfNothing_DoesNothing()
    {
        await Store.Changes.AppendAsync([], Cancellation);
        await Store.Changes.DeleteAsync([], Cancellation);

        Assert.Empty(await Store.Changes.ReadAsync(0, 10, Cancellation));
    }

    private static FieldChange Change(string key) => new(0, "Customer", string.Empty, key);
}
