using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.Testing;

/// <summary>Drives a fake clock while real tasks run.</summary>
internal static class FakeTime
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Lets fake time pass, in steps, until the task is done.</summary>
    public static async Task<T> RunAsync<T>(this FakeTimeProvider time, Task<T> task, TimeSpan? step = null)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!task.IsCompleted && TimeProvider.System.GetElapsedTime(deadline) < Limit)
        {
            await Task.WhenAny(task, Task.Delay(1));
            time.Advance(step ?? TimeSpan.FromMilliseconds(500));
        }

        Assert.True(task.IsCompleted, "The task did not end.");
        return await task;
    }

    /// <summary>Awaits a condition, with a limit.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, "The condition did not come true.");
            await Task.Delay(1);
        }
    }
}
