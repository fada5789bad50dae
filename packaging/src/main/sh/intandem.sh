#!/bin/sh
# Starts InTandem on its own runtime. Forks only when it was called through a symbolic link.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%"${self##*/}"}$link ;;
  esac
done
case $self in
  */*) home=${self%/*}/.. ;;
  *) home=.. ;;
esac
unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH

if ! [ . -ef "$PWD" ]; then
  echo 'intandem: the directory it was started in is gone: start it in one that exists.' >&2
  exit 1
fi

# File names are UTF-8, whatever the locale is. The virtual machine reads them by the locale, and finds
# nothing below a name with other characters than it has; on macOS it does not ask the locale.
if [ @OS@ = linux ]; then
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *.[Uu][Tt][Ff]-8 | *.[Uu][Tt][Ff]8) own_is_utf8=yes ;;
    *) own_is_utf8= ;;
  esac
  # One that is named need not be installed; without C.UTF-8, which old systems lack, it is trusted.
  if [ -d /usr/lib/locale/C.utf8 ] || [ -z "$own_is_utf8" ]; then
    export LC_ALL=C.UTF-8
  fi
fi

if [ "${1-}" = channel ] && [ -t 0 ]; then
  echo 'intandem channel speaks JSON-RPC: Claude Code starts it, see intandem init. Ctrl-D ends it.' >&2
fi

# The virtual machine checks neither the contents of its cache nor that the jars are those it was made
# from (JDK-8377932). Files that were never written to again still have the one time the build gave them.
cache=$home/lib/@CACHE@
[ -f "$cache" ] || cache=
class_path=
for jar in @JARS@; do
  jar=$home/lib/$jar
  class_path=$class_path${class_path:+:}$jar
  if [ "$jar" -nt "$cache" ] || [ "$jar" -ot "$cache" ]; then cache= ; fi
done

# Whatever the virtual machine has to say goes to standard error: standard output carries JSON-RPC.
# What it logs and what it fails on at start have a switch each; only of a crash it tells on both.
# The cache is mapped where it was made for: elsewhere every pointer in it is changed at each start.
exec "$home/runtime/bin/java" ${cache:+"-XX:AOTCache=$cache"} -XX:+VerifySharedSpaces \
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
  -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
  -Xmx96m -Xss512k -XX:ReservedCodeCacheSize=32m --enable-native-access=ALL-UNNAMED \
  "-Dintandem.launcher=$home/bin/intandem" "-Dintandem.cache=$cache" "-Dorg.sqlite.lib.path=$home/lib" -Dorg.sqlite.lib.name=@SQLITE@ \
  -cp "$class_path" intandem.app.Main "$@"
