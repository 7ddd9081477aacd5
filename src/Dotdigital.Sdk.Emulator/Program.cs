namespace Dotdigital.Sdk.Emulator;

internal static class Program
{
    private static void Main() => Console.WriteLine("not yet");
}
