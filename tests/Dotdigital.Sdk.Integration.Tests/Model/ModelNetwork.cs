using System.Net.Sockets;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>The way to Dotdigital: counts the requests of a run, and does at one of them what was asked for.</summary>
internal sealed class ModelNetwork(KillSwitch kills, Action passTime)
{
    private readonly Dictionary<int, Func<Task>> _before = [];
    private int _trouble = -1;
    private NetworkTrouble _kind;
    private bool _isAside;

    /// <summary>Sees every request before it leaves.</summary>
    public Func<HttpRequestMessage, Task> Watch { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Cancels the run under way.</summary>
    public Action Cancel { get; set; } = static () => { };

    /// <summary>Requests of the run under way.</summary>
    public int Requests { get; private set; }

    /// <summary>A run begins.</summary>
    public void Begin() => Requests = 0;

    /// <summary>A run ended: what was to happen at its later requests does not happen.</summary>
    public void End()
    {
        _before.Clear();
        _trouble = -1;
    }

    /// <summary>Has something happen before a request of the next run.</summary>
    public void Before(int request, Func<Task> action) => _before[request] = action;

    /// <summary>Has trouble happen at a request of the next run.</summary>
    public void At(int request, NetworkTrouble kind) => (_trouble, _kind) = (request, kind);

    public void Register(IServiceCollection services) =>
        services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(new Handler(this))));

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        if (_isAside)
        {
            return await send();
        }

        var number = ++Requests;
        if (_before.Remove(number, out var action))
        {
            // A request that the action makes itself is another process's.
            _isAside = true;
            await action();
            _isAside = false;
        }

        ThrowIfDead();
        await Watch(request);
        if (number != _trouble)
        {
            return await send();
        }

        switch (_kind)
        {
            case NetworkTrouble.Refused:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.", new SocketException((int)SocketError.ConnectionRefused));
            case NetworkTrouble.TimeoutBefore:
                passTime();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case NetworkTrouble.TimeoutAfter:
                (await send()).Dispose();
                passTime();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case NetworkTrouble.Lost:
                (await send()).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed.", new IOException("The connection was closed."));
            case NetworkTrouble.KillBefore:
                kills.Now();
                break;
            case NetworkTrouble.KillAfter:
                (await send()).Dispose();
                kills.Now();
                break;
            case NetworkTrouble.CancelBefore:
                Cancel();
                break;
        }

        ThrowIfDead();
        return await send();
    }

    private void ThrowIfDead()
    {
        if (kills.IsDead)
        {
            throw new HttpRequestException("The process is dead.");
        }
    }

    private sealed class Handler(ModelNetwork network) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            network.SendAsync(request, () => base.SendAsync(request, cancellationToken), cancellationToken);
    }
}
