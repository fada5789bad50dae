#!/bin/sh
# Builds target/intandem and its tarball. Arguments: version, class path of the application.
# Needs TOOLCHAIN_JAVA_HOME, a POSIX shell, and GNU or BSD tar.
set -eu
version=$1
class_path=$2
sources=$PWD/src/main/sh
plugin=$PWD/src/main/plugin
root=$PWD/..
cd target
export LC_ALL=C TZ=UTC

case $(uname -s) in
  Linux) os=linux natives=Linux sqlite=libsqlitejdbc.so ;;
  Darwin) os=macos natives=Mac sqlite=libsqlitejdbc.dylib ;;
  *) echo "No bundle for $(uname -s): use Linux, macOS or WSL." >&2; exit 1 ;;
esac
case $(uname -m) in
  x86_64) arch=x64 natives=$natives/x86_64 ;;
  aarch64 | arm64) arch=arm64 natives=$natives/aarch64 ;;
  *) echo "No bundle for $(uname -m): use x64 or arm64." >&2; exit 1 ;;
esac

jdk() { tool=$1; shift; "$TOOLCHAIN_JAVA_HOME/bin/$tool" "$@"; }
set_times() { find . -exec touch -h -t 202601010000 {} +; }

rm -rf intandem sqlite intandem-*.tar.gz
mkdir -p intandem/bin intandem/lib sqlite
(IFS=:; cp $class_path intandem/lib/)
jdk jlink --add-modules java.base,java.logging,java.sql --strip-java-debug-attributes \
  --no-header-files --no-man-pages --compress zip-0 --output intandem/runtime

# The jar holds the native libraries of 20 systems and unpacks one at each start: ship ours beside it.
(cd sqlite && jdk jar --extract --file ../intandem/lib/sqlite-jdbc-*.jar)
mv "sqlite/org/sqlite/native/$natives/$sqlite" intandem/lib/
rm -r sqlite/org/sqlite/native
jdk jar --create --file intandem/lib/sqlite-jdbc-*.jar --date 2026-01-01T00:00:00Z \
  --manifest sqlite/META-INF/MANIFEST.MF -C sqlite .

cd intandem
jars=$(cd lib && echo *.jar)
cache=$(cd lib && cksum $jars ../runtime/release "$sources/intandem.sh" | cksum | tr ' ' -).aot
sed -e "s/@JARS@/$jars/" -e "s/@CACHE@/$cache/" -e "s/@SQLITE@/$sqlite/" -e "s/@OS@/$os/" \
  "$sources/intandem.sh" > bin/intandem

# The bundle is a marketplace for Claude Code with one plugin, which starts the program beside it.
mkdir .claude-plugin
cp "$plugin/../marketplace.json" .claude-plugin/
cp -R "$plugin" "$root/LICENSE" .
cp "$root/LICENSE" plugin/
cp -R "$root/README.md" "$root/docs" .
sed "s/@VERSION@/$version/" "$plugin/.claude-plugin/plugin.json" > plugin/.claude-plugin/plugin.json

# Training runs the launcher, told to write its cache instead of reading it.
sed 's/-XX:AOTCache=/-XX:AOTCacheOutput=/' bin/intandem > bin/train
: > "lib/$cache"
chmod 755 bin/*
set_times
sh "$sources/train.sh" bin/intandem bin/train > ../training.log 2>&1 || { cat ../training.log >&2; exit 1; }
rm bin/train
chmod -R u+w,go-w,a+rX .
set_times

cd ..
case $(tar --version) in
  *GNU*) owner='--owner=0 --group=0 --numeric-owner' ;;
  *) owner='--uid=0 --gid=0 --numeric-owner' ;;
esac
find intandem | sort | tar -cf - --format=ustar $owner --no-recursion -T - \
  | gzip -9n > "intandem-$version-$os-$arch.tar.gz"
