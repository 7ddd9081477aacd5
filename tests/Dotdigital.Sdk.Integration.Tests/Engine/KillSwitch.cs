using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>Kills the engine at a commit: from then on nothing of it reaches the store, until the bench is restarted.</summary>
internal sealed class KillSwitch
{
    private int _left = -1;
    private bool _afterCommit;

    /// <summary>Whether the engine is dead.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Commits so far, by living engines.</summary>
    public int Commits { get; private set; }

    /// <summary>Whether commits of units without a lease count too, as those of the host's requests.</summary>
    public bool CountsAll { get; init; }

    /// <summary>Kills at the n-th commit from now, before or after it takes effect.</summary>
    public void At(int commit, bool afterCommit) => (_left, _afterCommit) = (commit, afterCommit);

    /// <summary>Kills now.</summary>
    public void Now() => IsDead = true;

    /// <summary>A new process.</summary>
    public void Revive() => (_left, IsDead) = (-1, false);

    public void ThrowIfDead(AccountId account)
    {
        if (IsDead)
        {
            throw new AccountLeaseLostException(account);
        }
    }

    public async Task CommitAsync(AccountId account, Func<Task> commit)
    {
        ThrowIfDead(account);
        Commits++;
        var isNow = _left > 0 && --_left == 0;
        if (!isNow || _afterCommit)
        {
            await commit();
        }

        IsDead |= isNow;
        ThrowIfDead(account);
    }
}
