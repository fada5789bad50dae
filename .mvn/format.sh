#!/bin/sh
# Runs google-java-format with the given options over all Java sources, on the toolchain's JDK.
find domain adapters app packaging -name '*.java' -not -path '*/target/*' > target/format/sources
exec "$TOOLCHAIN_JAVA_HOME/bin/java" -jar target/format/google-java-format.jar "$@" \
  @target/format/sources
