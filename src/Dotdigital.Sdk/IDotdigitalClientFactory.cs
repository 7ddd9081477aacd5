namespace Dotdigital.Sdk;

/// <summary>Makes clients for several accounts. All clients of one account (same API user and host) share its rate limits.</summary>
public interface IDotdigitalClientFactory
{
    /// <summary>The client of a configured account.</summary>
    /// <param name="accountName">A key of <see cref="DotdigitalClientOptions.Accounts"/>, or <see cref="DotdigitalAccountOptions.DefaultName"/>.</param>
    /// <exception cref="ArgumentException">No account of that name is configured.</exception>
    IDotdigitalClient Create(string accountName = DotdigitalAccountOptions.DefaultName);

    /// <summary>A client for an account known only at run time, for example one read from a store.</summary>
    /// <param name="account">The account; copied, so that later changes have no effect.</param>
    /// <exception cref="ArgumentException">The user name or password is missing.</exception>
    /// <exception cref="Errors.DotdigitalEndpointNotAllowedException">The endpoint may not be sent credentials.</exception>
    IDotdigitalClient Create(DotdigitalAccountOptions account);
}
