#!/bin/sh
# Plays what a first user does, so that the cache holds the classes it needs: the trained process
# joins an owner's workspace, uses every tool, resource and command there, leaves, and founds a
# workspace of its own. Arguments: the launcher for the owner, the launcher to be trained.
set -eu
bundle=$PWD
work=$(mktemp -d)
owner_pid=
trap 'exec 3>&- 4>&-; [ -z "$owner_pid" ] || kill "$owner_pid" 2>/dev/null || :; rm -rf "$work"' EXIT
export INTANDEM_HOME="$work/home" INTANDEM_TUNNEL=off
cd "$work"
mkfifo owner.in guest.in
echo 'a line to share' > note.txt
id=0

# Sends a request to a session and waits for its answer, half a minute at the longest.
call() {
  id=$((id + 1))
  printf '{"jsonrpc":"2.0","id":%d,"method":"%s","params":%s}\n' "$id" "$2" "$3" >&"$1"
  tries=300
  until grep -q "\"id\":$id[,}]" "$1.out"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "no answer to $2 $3" >&2; cat "$1.out" >&2; exit 1; }
    sleep 0.1
  done
}
tool() {
  call "$1" tools/call "{\"name\":\"intandem_$2\",\"arguments\":$3}"
  ! grep "\"id\":$id[,}]" "$1.out" | grep '"isError":true' >&2
}
greet() {
  call "$1" initialize '{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"train","version":"1"}}'
  printf '{"jsonrpc":"2.0","method":"notifications/initialized"}\n' >&"$1"
}

CLAUDE_CODE_SESSION_ID=owner "$bundle/$1" channel < owner.in > 3.out & owner_pid=$!
exec 3> owner.in
CLAUDE_CODE_SESSION_ID=guest "$bundle/$2" channel < guest.in > 4.out & guest_pid=$!
exec 4> guest.in

greet 3
tool 3 create '{"name":"training"}'
code=$(sed -n 's/.*\\n\([A-Z2-9]\{6\}\)\\n.*/\1/p' 3.out | head -n 1)
greet 4
call 4 tools/list '{}'
call 4 prompts/list '{}'
call 4 resources/list '{}'
tool 4 join "{\"code\":\"$code\"}"
tool 3 send '{"type":"question","message":"Who is there?"}'
tool 4 inbox '{"wait_seconds":5}'
tool 4 send '{"type":"chat","message":"I am."}'
tool 4 peers '{}'
tool 4 plan '{"tasks":[{"title":"bake"},{"title":"eat","depends_on":["#1"]}]}'
tool 4 add_task '{"title":"wash up","priority":"low"}'
set -- $(grep -o 'T-[0-9a-f]\{6\}' 4.out)
tool 4 board '{}'
tool 4 claim_task "{\"task_id\":\"$1\"}"
tool 4 unclaim_task "{\"task_id\":\"$1\"}"
tool 4 claim_task "{\"task_id\":\"$1\"}"
tool 4 update_task "{\"task_id\":\"$1\",\"status\":\"done\",\"result\":\"baked\"}"
tool 4 board "{\"task_id\":\"$1\"}"
tool 4 set_var '{"key":"oven","value":"hot"}'
tool 4 get_var '{"key":"*"}'
tool 4 finding '{"service":"oven","severity":"low","summary":"The door is stiff."}'
tool 4 findings '{}'
tool 4 share '{"file":"note.txt"}'
tool 3 share '{"snippet":"x = 1","language":"python"}'
tool 4 inbox '{"wait_seconds":5}'
tool 4 inbox '{"receipts":true}'
tool 4 activity_log '{}'
call 4 resources/read '{"uri":"intandem://board"}'
call 4 prompts/get '{"name":"status"}'
tool 4 leave '{}'
tool 4 rejoin '{}'
tool 4 leave '{}'
tool 4 create '{"name":"own"}'
tool 4 invite '{"action":"show"}'
tool 4 send '{"type":"chat","message":"Nobody else yet."}'
exec 4>&-
wait "$guest_pid"
