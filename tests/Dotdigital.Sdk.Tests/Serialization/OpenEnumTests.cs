using System.Reflection;
using System.Text.Json;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Serialization;

public sealed class OpenEnumTests
{
    public static TheoryData<Type> All =>
        [.. typeof(IDotdigitalClient).Assembly.GetExportedTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenEnum<>)))];

    [Fact]
    public void Equality_IgnoresCase_AndKeepsTheText()
    {
        var odd = new ContactStatus("SUBSCRIBED");

        Assert.Equal(ContactStatus.Subscribed, odd);
        Assert.Equal(ContactStatus.Subscribed.GetHashCode(), odd.GetHashCode());
        Assert.Equal("SUBSCRIBED", odd.ToString());
        Assert.NotEqual(ContactStatus.Subscribed, ContactStatus.Unsubscribed);
        Assert.Equal(default, new ContactStatus(null));
        Assert.Equal("", default(ContactStatus).Value);
    }

    [Theory]
    [InlineData("\"Brand new\"", "Brand new")]
    [InlineData("null", "")]
    [InlineData("17", "17")]
    [InlineData("true", "true")]
    [InlineData("{\"a\":[1]}", "")]
    public void Read_AnythingUnknown_DoesNotThrow(string json, string expected)
    {
        var book = JsonSerializer.Deserialize($$"""{"visibility":{{json}},"name":"after"}""", SdkJson.Default.AddressBook)!;

        Assert.Equal(expected, book.Visibility.Value);
        Assert.Equal("after", book.Name);
    }

    [Fact]
    public void Read_MoreDistinctValuesThanAreKept_StaysRight()
    {
        for (var i = 0; i < 200; i++)
        {
            var book = JsonSerializer.Deserialize($$"""{"visibility":"v{{i}}"}""", SdkJson.Default.AddressBook)!;
            Assert.Equal($"v{i}", book.Visibility.Value);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WellKnownMembers_AreNamedForTheirText(Type type)
    {
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type).ToList();

        Assert.NotEmpty(members);
        Assert.All(members, m => Assert.Equal(m.Name, m.GetValue(null)!.ToString()!.Split(':')[^1].Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
    }
}
