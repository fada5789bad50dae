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
# The cache is mapped where it was made for: elsewhere every pointer in it is changed at each start.
exec "$home/runtime/bin/java" ${cache:+"-XX:AOTCache=$cache"} -XX:+VerifySharedSpaces \
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
  -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
  -Xmx96m -Xss512k -XX:ReservedCodeCacheSize=32m --enable-native-access=ALL-UNNAMED \
  "-Dintandem.launcher=$home/bin/intandem" "-Dintandem.cache=$cache" "-Dorg.sqlite.lib.path=$home/lib" -Dorg.sqlite.lib.name=@SQLITE@ \
  -cp "$class_path" intandem.app.Main "$@"
