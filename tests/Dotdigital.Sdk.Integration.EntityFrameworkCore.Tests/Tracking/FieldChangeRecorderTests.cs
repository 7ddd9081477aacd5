using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

public sealed class FieldChangeRecorderTests
{
    [Theory]
    [InlineData("Customer", "FirstName", ":7")]
    [InlineData("Customer", "Note", "")]
    [InlineData("Address", "Town", "Address:7")]
    [InlineData("Address", null, "Address:7")]
    [InlineData("Planet", null, "")]
    public async Task Record_TrackedFieldsOnly_TR2(string entity, string? field, string recorded)
    {
        var log = new ListedChangeLog();
        var integration = new ServiceCollection();
        integration.AddLogging();
        integration.AddDotdigitalIntegration().UseInMemoryStore().AddTrackedFieldsHandler<AddressFields>();
        integration.AddSingleton<IFieldChangeLog>(log);
        await using var provider = integration.BuildServiceProvider();

        await provider.GetRequiredService<IFieldChangeRecorder>()
            .RecordAsync(entity, ["7", "7", ""], field is null ? [] : [field], TestContext.Current.CancellationToken);

        Assert.Equal(recorded, string.Join(' ', log.Changes.Select(change => $"{change.Path}:{change.Key}")));
    }

    private sealed class AddressFields : IMappingTrackedFieldsHandler
    {
        public void Handle(TrackedFieldsContext context)
        {
            context.Fields.Add(new() { Entity = "Customer", Field = "FirstName", RootEntity = "Customer" });
            context.Fields.Add(new() { Entity = "Address", Field = "Town", RootEntity = "Customer", Path = "Address" });
            context.Fields.Add(new() { Entity = "Address", Field = "Number", RootEntity = "Customer", Path = "Address" });
        }
    }
}
