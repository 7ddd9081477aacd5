using Dotdigital.Sdk;
using Dotdigital.Sdk.Start;
using Microsoft.Extensions.DependencyInjection;

// CPU milliseconds from the start of the process to the client's first call, or without it with "empty". Published ahead of time; the goal is 50.
if (args is ["empty"])
{
    FirstCall.Tell();
}

var address = FirstCall.Await();
await using var services = new ServiceCollection()
    .AddDotdigitalClient(o => (o.UserName, o.Password, o.Endpoint, o.AllowLoopback) = ("user", "password", address, true))
    .Services.BuildServiceProvider();
await services.GetRequiredService<IDotdigitalClient>().Account.GetInfoAsync();
return 1;
