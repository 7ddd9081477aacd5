using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>A clock whose seconds pass only when what lives by them waits for the next one.</summary>
internal sealed class TickingClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _waiting = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Second)
        {
            _waiting.Release();
        }

        return timer;
    }

    /// <summary>Lets seconds pass, slowly enough that what each of them sets going gets under way.</summary>
    public async Task PassAsync(int seconds)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        for (var i = 0; i <= seconds; i++)
        {
            Assert.True(await _waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "Nobody waits for the next second.");
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            if (i == seconds)
            {
                _waiting.Release();
            }
            else
            {
                Advance(Second);
            }
        }
    }
}
