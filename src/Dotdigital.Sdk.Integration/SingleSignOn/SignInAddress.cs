using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>Where a person's browser goes to be signed in to Dotdigital. It holds a token: send it to that person only, never log or keep it.</summary>
public sealed class SignInAddress
{
    internal SignInAddress(AccountId account, Uri address) => (Account, Address) = (account, address);

    /// <summary>The account.</summary>
    public AccountId Account { get; }

    /// <summary>The address to redirect the browser to.</summary>
    public Uri Address { get; }

    /// <summary>The account only: the address holds a token.</summary>
    public override string ToString() => $"sign-in to account '{Account}' (address not shown)";
}
