using Dotdigital.Sdk.Integration.EntityFrameworkCore.Secrets;
using Dotdigital.Sdk.Integration.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore;

/// <summary>Encrypts stored secrets with Data Protection.</summary>
public static class DotdigitalDataProtectionExtensions
{
    /// <summary>
    /// Encrypts the secrets that the engine stores (passwords, client secrets, refresh tokens) with the host's Data Protection. Every node and every
    /// later process must share the key ring and the application name, or it cannot read them: keep the keys where all find them.
    /// </summary>
    /// <example><code>
    /// builder.UseDataProtection(keys => keys.SetApplicationName("shop").PersistKeysToFileSystem(new DirectoryInfo("/var/lib/shop/keys")));
    /// </code></example>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets up the key ring; may be left out where the host has set up Data Protection itself.</param>
    public static DotdigitalIntegrationBuilder UseDataProtection(this DotdigitalIntegrationBuilder builder, Action<IDataProtectionBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var keys = builder.Services.AddDataProtection();
        configure?.Invoke(keys);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISecretProtector, DataProtectionSecretProtector>());
        return builder;
    }
}
