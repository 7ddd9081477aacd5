namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>Makes a failing history smaller as long as it fails in the same way.</summary>
internal static class HistoryShrinker
{
    /// <param name="history">A history that fails.</param>
    /// <param name="fails">Whether a smaller one fails in the same way.</param>
    /// <param name="until">When to be content with what was found.</param>
    public static async Task<History> ShrinkAsync(History history, Func<History, Task<bool>> fails, CancellationToken until)
    {
        var smallest = history;
        var wasShrunk = true;
        while (wasShrunk && !until.IsCancellationRequested)
        {
            wasShrunk = false;
            foreach (var candidate in Smaller(smallest))
            {
                if (until.IsCancellationRequested)
                {
                    break;
                }

                if (await fails(candidate))
                {
                    smallest = candidate;
                    wasShrunk = true;
                    break;
                }
            }
        }

        return smallest;
    }

    private static IEnumerable<History> Smaller(History history)
    {
        var acts = history.Acts;
        for (var size = acts.Count / 2; size >= 1; size /= 2)
        {
            for (var start = 0; start + size <= acts.Count; start += size)
            {
                yield return history with { Acts = [.. acts.Take(start), .. acts.Skip(start + size)] };
            }
        }

        foreach (var setup in Simpler(history.Setup))
        {
            yield return history with { Setup = setup };
        }

        for (var i = 0; i < acts.Count; i++)
        {
            foreach (var act in Simpler(acts[i]))
            {
                yield return history with { Acts = [.. acts.Take(i), act, .. acts.Skip(i + 1)] };
            }
        }
    }

    private static IEnumerable<HistorySetup> Simpler(HistorySetup setup)
    {
        var plain = new HistorySetup { People = setup.People, Lists = setup.Lists, InMemory = setup.InMemory, BeginsSettled = setup.BeginsSettled };
        HistorySetup[] all =
        [
            plain, setup with { People = 1 }, setup with { People = setup.People - 1 }, setup with { Lists = 1 }, setup with { Lists = setup.Lists - 1 }, setup with { Json = false }, setup with { ReadsByBook = false },
            setup with { Retries = 0 }, setup with { ImportDelay = 0 }, setup with { BatchRows = 10 }, setup with { Guards = false }, setup with { RefusesSuppressed = false }, setup with { BeginsSettled = true },
        ];
        return all.Where(smaller => smaller != setup && smaller is { People: > 0, Lists: > 0 } && smaller.People <= setup.People && smaller.Lists <= setup.Lists);
    }

    private static IEnumerable<Act> Simpler(Act act)
    {
        if (act.During.Count > 0)
        {
            yield return act with { During = [], At = 0 };
            foreach (var inner in act.During)
            {
                if (act.During.Count > 1)
                {
                    yield return act with { During = [inner] };
                }
            }
        }

        if (act.Where > 0)
        {
            yield return act with { Where = 0 };
            yield return act with { Where = act.Where / 2 };
        }

        if (act.What > 0)
        {
            yield return act with { What = 0 };
            yield return act with { What = act.What / 2 };
        }

        if (act.Who > 0)
        {
            yield return act with { Who = 0 };
            yield return act with { Who = act.Who / 2 };
        }

        if (act.Kind == ActKind.ForcedCycle)
        {
            yield return act with { Kind = ActKind.Cycle };
        }
    }
}
