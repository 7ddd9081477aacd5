using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>
/// The control API for other processes, under <c>/_control</c>: <c>GET commands</c>, <c>GET accounts</c>,
/// <c>POST accounts/{account}/{command}</c>, <c>GET|POST clock</c> (<c>{"advance":"00:05:00"}</c>),
/// <c>GET|POST|DELETE faults</c>, <c>POST chaos</c> (<c>"All"</c>). Without a password: the emulator is for loopback.
/// </summary>
internal sealed class ControlHttp(EmulatorHost host)
{
    public async Task HandleAsync(HttpContext context, string path)
    {
        using var stream = new MemoryStream();
        await context.Request.Body.CopyToAsync(stream, context.RequestAborted).ConfigureAwait(false);
        object? answer;
        try
        {
            answer = Run(context.Request.Method, path.Split('/'), stream.ToArray());
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new { message = e.Message };
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer, ControlJson.Options, context.RequestAborted).ConfigureAwait(false);
    }

    private static T Parse<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, ControlJson.Options) ?? throw new ArgumentException("The body is empty.", nameof(body));

    private static ControlCommand Command(string name) => ControlTable.Find(name) ?? throw new ArgumentException($"There is no control command '{name}'.", nameof(name));

    private object? Run(string method, string[] path, byte[] body) => (method, path) switch
    {
        ("GET", ["commands"]) => ControlTable.All.Select(c => c.Name).ToArray(),
        ("GET", ["accounts"]) => host.Accounts.Values.Select(a => new { a.Options.Name, UserName = a.Options.EffectiveUserName }).ToArray(),
        (_, ["accounts", var account, var command]) => Command(command).RunJson(host, host.Account(Uri.UnescapeDataString(account)), body),
        ("GET", ["clock"]) => Clock(),
        ("POST", ["clock"]) => Advance(Parse<ClockArgs>(body)),
        ("GET", ["faults"]) => host.Faults.ToList(),
        ("POST", ["faults"]) => host.Faults.Add(Parse<FaultArgs>(body).ToFault()),
        ("DELETE", ["faults"]) => ClearFaults(),
        ("POST", ["chaos"]) => host.Chaos = Parse<ChaosJson>(body),
        _ => throw new ArgumentException($"There is nothing at {method} /_control/{string.Join('/', path)}.", nameof(path)),
    };

    private object Clock() => new { now = host.Clock.GetUtcNow(), speed = host.Clock.Speed };

    private object Advance(ClockArgs args)
    {
        host.Clock.Advance(args.Advance);
        return Clock();
    }

    private object ClearFaults()
    {
        host.Faults.Clear();
        return host.Faults.ToList();
    }
}
