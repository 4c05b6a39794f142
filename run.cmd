@echo off
rem Builds what has changed, and runs the server with its data in .\data.
rem   run                         the server, on its default ports
rem   run --config FILE           the server, configured
rem   run account add NAME ...    any other command of the program "teahouse"
setlocal
cd /d "%~dp0"

dotnet --list-sdks 2>nul | findstr /b "10." >nul
if errorlevel 1 (
    echo The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0, then start run again. 1>&2
    exit /b 1
)

set "out=artifacts\teahouse"
rem Newer than what was built, or a file more or less: then it is built again.
for /f "usebackq delims=" %%s in (`powershell -NoProfile -Command "$f = Get-ChildItem src, Directory.*.props, global.json -Recurse -File | Where-Object FullName -NotMatch '\\(bin|obj|node_modules)\\'; '{0}-{1}' -f $f.Count, ($f | Measure-Object LastWriteTimeUtc -Maximum).Maximum.Ticks"`) do set "stamp=%%s"
set "built="
if exist "%out%\.stamp" set /p built=<"%out%\.stamp"
if "%stamp%" == "%built%" goto start

echo Building Teahouse ... 1>&2
if not exist artifacts mkdir artifacts
dotnet publish src\Teahouse.Server --configuration Release --use-current-runtime --self-contained false --output "%out%" -p:NuGetLockFilePath=obj/run.lock.json -p:WithWebClient=true -p:RunAnalyzers=false --nologo >artifacts\build.log 2>&1
if errorlevel 1 (
    type artifacts\build.log 1>&2
    echo Teahouse could not be built; the reason is above. 1>&2
    exit /b 1
)
>"%out%\.stamp" echo %stamp%

:start
if "%~1" == "" goto serve
for %%c in (-h --help --version) do if "%~1" == "%%c" goto command
set "first=%~1"
if not "%first:~0,1%" == "-" goto command

:serve
"%out%\teahouse.exe" serve %*
exit /b %errorlevel%

:command
"%out%\teahouse.exe" %*
exit /b %errorlevel%
