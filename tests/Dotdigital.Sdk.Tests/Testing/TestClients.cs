using Dotdigital.Sdk.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Testing;

/// <summary>Builds clients the way a host does, through the container.</summary>
internal static class TestClients
{
    public const string UserName = "apiuser-test@apiconnector.com";
    public const string Password = "S3cret-Passw0rd!";
    public static readonly Guid Token = Guid.Parse("5a96bc79-19a7-4544-973b-e2da0c9136f9");

    public static string BasicToken => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{UserName}:{Password}"));

    public static ServiceProvider Build(
        Uri endpoint,
        Action<DotdigitalClientOptions>? configure = null,
        TimeProvider? time = null,
        HttpMessageHandler? handler = null,
        Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        if (time is not null)
        {
            collection.AddSingleton(time);
        }

        var builder = collection.AddDotdigitalClient(o =>
        {
            o.UserName = UserName;
            o.Password = Password;
            o.Endpoint = endpoint;
            o.IntegrationToken = Token;
            o.AllowLoopback = true;
            configure?.Invoke(o);
        });
        if (handler is not null)
        {
            builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        services?.Invoke(collection);
        return collection.BuildServiceProvider();
    }

    public sealed class Observer : IDotdigitalCallObserver
    {
        public List<DotdigitalCall> Calls { get; } = [];

        public void OnCall(DotdigitalCall call)
        {
            lock (Calls)
            {
                Calls.Add(call);
            }
        }
    }
}
