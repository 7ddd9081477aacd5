using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

public sealed class HostFieldChangeLogTests
{
    [Fact]
    public async Task Log_AppendReadDelete_InOrderAndExactly_TR3()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync();
        var log = shop.Services.GetRequiredService<IFieldChangeLog>();
        await log.AppendAsync([.. Enumerable.Range(1, 6).Select(key => new FieldChange(0, "Customer", "Address", $"{key}"))], cancel);

        var first = await log.ReadAsync(0, 4, cancel);
        await log.DeleteAsync([first[0].Sequence, first[2].Sequence], cancel);
        var rest = await log.ReadAsync(first[0].Sequence, 10, cancel);

        Assert.Equal(["1", "2", "3", "4"], first.Select(change => change.Key));
        Assert.Equal(["2", "4", "5", "6"], rest.Select(change => change.Key));
        Assert.Equal(new FieldChange(first[1].Sequence, "Customer", "Address", "2"), rest[0]);
    }
}
