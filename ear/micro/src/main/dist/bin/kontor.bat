@echo off
rem Starts Kontor in the foreground. Settings: -Dkey=value, environment, or conf\kontor.properties.
setlocal
set "KONTOR_JAVA=java"
if defined JAVA_HOME set "KONTOR_JAVA=%JAVA_HOME%\bin\java"
"%KONTOR_JAVA%" --list-modules 2>nul | findstr /b "java.base@1[789] java.base@[23]" >nul
if errorlevel 1 (
  echo Kontor did not start. Install Java 17 or later, or set JAVA_HOME to one. 1>&2
  exit /b 8
)
"%KONTOR_JAVA%" "@%~dp0..\conf\jvm.options" %JAVA_OPTS% -jar "%~dp0..\lib\kontor-launcher.jar" %*
exit /b %errorlevel%
