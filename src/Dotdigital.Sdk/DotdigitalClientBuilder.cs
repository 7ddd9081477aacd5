using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk;

internal sealed record DotdigitalClientBuilder(IServiceCollection Services, IHttpClientBuilder HttpClient) : IDotdigitalClientBuilder;
