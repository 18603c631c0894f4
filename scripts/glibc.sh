#!/usr/bin/env bash
# Prints the command prefix that Google's runner needs on this machine: nothing where the C library is new enough, else
# the loader of a newer Debian release, unpacked below the folder $1 and used for this one program. Exits 77 where
# neither is possible, after saying why; nothing outside the folder is changed.
set -euo pipefail
folder=$1
runner=$2

said=$("$runner" --help 2>&1 || true)
case "$said" in *GLIBC*) ;; *) exit 0 ;; esac

root=$folder/root/usr/lib/x86_64-linux-gnu
if [ ! -x "$root/ld-linux-x86-64.so.2" ]; then
  command -v apt-get >/dev/null || { echo "the runner needs glibc 2.38, and there is no apt-get to fetch one" >&2; exit 77; }
  # The machine's own mirror of Debian, asked for the release that has the library.
  mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true; } |
    sed -nE 's#^(URIs:|deb) +(\[[^]]*\] +)?(https?://[^ ]+/debian)/?( .*)?$#\3#p' | head -n 1)
  [ -n "$mirror" ] || { echo "the runner needs glibc 2.38, and apt has no Debian mirror configured" >&2; exit 77; }
  mkdir -p "$folder/lists/partial" "$folder/archives/partial"
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb [signed-by=$keyring] $mirror trixie main" >"$folder/sources.list"
  options=(-o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$folder/lists"
    -o "Dir::Cache=$folder" -o "Dir::State::status=/dev/null" -o APT::Sandbox::User=root -q)
  if ! (cd "$folder" && apt-get "${options[@]}" update && apt-get "${options[@]}" download libc6 libstdc++6 libgcc-s1) >"$folder/apt.log" 2>&1; then
    echo "the runner needs glibc 2.38, and it could not be downloaded; see $folder/apt.log" >&2
    exit 77
  fi
  for package in "$folder"/*.deb; do dpkg -x "$package" "$folder/root"; done
  rm -rf "$folder"/*.deb "$folder/lists" "$folder/archives" "$folder"/*.bin
fi
echo "$root/ld-linux-x86-64.so.2 --library-path $root"
