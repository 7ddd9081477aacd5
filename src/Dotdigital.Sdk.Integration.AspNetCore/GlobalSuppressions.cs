using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage(
    "ApiDesign",
    "RS0016:Add public types and members to the declared API",
    Justification = "Razor makes every component public. All of the dashboard's are for itself alone, and everything else there is internal.",
    Scope = "namespaceanddescendants",
    Target = "~N:Dotdigital.Sdk.Integration.AspNetCore.Dashboard")]
[assembly: SuppressMessage(
    "ApiDesign",
    "RS0041:Public members should not use oblivious types",
    Justification = "Razor writes its components' render methods without nullability.",
    Scope = "namespaceanddescendants",
    Target = "~N:Dotdigital.Sdk.Integration.AspNetCore.Dashboard")]
