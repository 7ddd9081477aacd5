using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.AddressBooks;

internal sealed partial class AddressBooksApi
{
    private static readonly ApiOperation GetPrivate = ApiOperation.Get("AddressBooks.GetPrivate", "/v2/address-books/private");
    private static readonly ApiOperation GetPublic = ApiOperation.Get("AddressBooks.GetPublic", "/v2/address-books/public");
    private static readonly ApiOperation Update = ApiOperation.Repeatable("AddressBooks.Update", HttpMethod.Put, "/v2/address-books/{id}");

    public IAsyncEnumerable<AddressBook> GetPrivateAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPrivatePageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<AddressBook>> GetPrivatePageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetPrivate.With(), skip, take, SdkJson.Default.ListAddressBook, cancellationToken);

    public IAsyncEnumerable<AddressBook> GetPublicAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPublicPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<AddressBook>> GetPublicPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetPublic.With(), skip, take, SdkJson.Default.ListAddressBook, cancellationToken);

    public Task<AddressBook> UpdateAsync(int id, string name, AddressBookVisibility visibility, CancellationToken cancellationToken = default)
    {
        Check.Text(name, 128);
        return pipeline.ReadAsync(Update.With(id) with { Content = RequestBody.FromJson(new() { Name = name, Visibility = visibility }, SdkJson.Default.NewAddressBook) }, SdkJson.Default.AddressBook, cancellationToken);
    }
}
