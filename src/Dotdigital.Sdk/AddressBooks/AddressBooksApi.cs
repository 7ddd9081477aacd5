using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.AddressBooks;

internal sealed partial class AddressBooksApi(RequestPipeline pipeline) : IAddressBooksApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("AddressBooks.GetAll", "/v2/address-books");
    private static readonly ApiOperation Get = ApiOperation.Get("AddressBooks.Get", "/v2/address-books/{id}");
    private static readonly ApiOperation Create = ApiOperation.Once("AddressBooks.Create", HttpMethod.Post, "/v2/address-books");
    private static readonly ApiOperation Delete = ApiOperation.Delete("AddressBooks.Delete", "/v2/address-books/{id}");

    public IAsyncEnumerable<AddressBook> GetAllAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<AddressBook>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With(), skip, take, SdkJson.Default.ListAddressBook, cancellationToken);

    public Task<AddressBook> GetAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(id), SdkJson.Default.AddressBook, cancellationToken);

    public Task<AddressBook> CreateAsync(string name, AddressBookVisibility visibility, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var body = RequestBody.FromJson(new() { Name = name, Visibility = visibility }, SdkJson.Default.NewAddressBook);
        return pipeline.ReadAsync(Create.With() with { Content = body }, SdkJson.Default.AddressBook, cancellationToken);
    }

    public Task DeleteAsync(int id, CancellationToken cancellationToken = default) => pipeline.SendAsync(Delete.With(id), cancellationToken);
}
