using BenchmarkDotNet.Running;

// What single steps of a message cost: dotnet run --configuration Release --project bench/Teahouse.MicroBench -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
