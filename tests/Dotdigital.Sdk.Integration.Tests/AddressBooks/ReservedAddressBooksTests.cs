using Dotdigital.Sdk.Integration.AddressBooks;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.AddressBooks;

public sealed class ReservedAddressBooksTests
{
    [Theory]
    [InlineData("All Contacts", true)]
    [InlineData("ALL CONTACTS ", true)]
    [InlineData("test", true)]
    [InlineData("Tests", false)]
    [InlineData("All", false)]
    [InlineData("", false)]
    public void Contains_IgnoresCaseAndBlanksAround_IM1(string name, bool isReserved) => Assert.Equal(isReserved, ReservedAddressBooks.Contains(name));
}
