namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The single sign-on of the unit's account (rule AC-2).</summary>
public interface ISignInRepository
{
    /// <summary>Inserts a state.</summary>
    Task AddStateAsync(SignInStateRecord state, CancellationToken cancellationToken);

    /// <summary>Removes a state and gives it: of any number of callers, in any process, whose units commit, exactly one gets it.</summary>
    Task<SignInStateRecord?> TakeStateAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes the states that ended at <paramref name="now"/> or before.</summary>
    Task DeleteExpiredStatesAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A person's token, or null.</summary>
    Task<SignInTokenRecord?> FindTokenAsync(string user, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces a person's token.</summary>
    Task SaveTokenAsync(SignInTokenRecord token, CancellationToken cancellationToken);

    /// <summary>Replaces the ciphertext of a token, or removes the token for null, if it is still the one that was read.</summary>
    /// <returns>False when somebody else replaced or removed it meanwhile.</returns>
    Task<bool> ReplaceTokenAsync(SignInTokenRecord read, string? protectedToken, CancellationToken cancellationToken);

    /// <summary>Removes one person's token and states.</summary>
    Task DeleteUserAsync(string user, CancellationToken cancellationToken);

    /// <summary>Removes everybody's.</summary>
    Task DeleteAllAsync(CancellationToken cancellationToken);
}
