using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

namespace Dotdigital.Sdk.WorkerHost;

/// <summary>The shop's list, the same in every process of the host.</summary>
public static class CustomerList
{
    /// <summary>Its name.</summary>
    public const string Name = "customers";

    /// <summary>The name of its address book.</summary>
    public const string AddressBook = "Customers";

    /// <summary>Declares it.</summary>
    public static void Declare(MarketingListBuilder<Customer> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.ConnectTo("main", AddressBook, create: true)
            .Email(static customer => customer.Email)
            .Map("FIRSTNAME", static customer => customer.FirstName);
    }
}
