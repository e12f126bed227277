#!/usr/bin/env bash
# How the page's API bears a crowd: the check itself in one process, the same check asked through the API of the running program by one
# client, and by fifty at once. Prints figures and judges nothing: it depends on the machine and on what else it does.
# usage: tests/page-load.sh PROGRAM [CLIENTS [REQUESTS-OF-EACH]]
set -euo pipefail
program=$(realpath "${1:?usage: tests/page-load.sh PROGRAM [CLIENTS [REQUESTS-OF-EACH]]}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
exec python3 - "$program" "$place" "${2:-50}" "${3:-4}" <<'PY'
import glob, http.client, os, shutil, signal, socket, statistics, subprocess, sys, threading, time

program, place, clients, each = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
root = os.path.join(place, "root")
quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
subprocess.run([program, "demo", "--county", "2", "--prepare", "--out", root], check=True, **quiet)
subprocess.run([program, "issue", "一上", "--root", root], check=True, **quiet)
book = open(sorted(glob.glob(root + "/issued/**/*部门预算公开*.xlsx", recursive=True))[0], "rb").read()

# the check itself: what further files of one run cost, in the program's own process and on one core at a time
def run(count):
    folder = os.path.join(place, f"files-{count}")
    os.mkdir(folder)
    for number in range(count):
        open(os.path.join(folder, f"{number}.xlsx"), "wb").write(book)
    since = time.time()
    subprocess.run([program, "check", folder, "--json", os.path.join(place, "out.json")],
                   env=os.environ | {"EXCELBUDGET_Inspection__OwnProcess": "false"}, **quiet)
    return time.time() - since

own = (run(70) - run(20)) / 50 * 1000

port = (lambda listener: (listener.bind(("127.0.0.1", 0)), listener.getsockname()[1], listener.close())[1])(socket.socket())
worker = subprocess.Popen([program, "run", "--root", root], **quiet, env=os.environ | {
    "EXCELBUDGET_Page__Port": str(port), "EXCELBUDGET_Page__RequestsPerMinute": "1000000"})

def ask(connection):
    since = time.time()
    connection.request("POST", "/api/check?name=a.xlsx", book)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200 or b'"verdict"' not in body:
        sys.exit(f"{answer.status} {body[:200]}")
    return (time.time() - since) * 1000

def client(count, into):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    into.extend(ask(connection) for _ in range(count))

def crowd(count, requests):
    waits, threads, since = [], [], time.time()
    for _ in range(count):
        threads.append(threading.Thread(target=client, args=(requests, waits)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    waits.sort()
    return len(waits) / (time.time() - since), statistics.median(waits), waits[int(len(waits) * 0.95)]

try:
    for _ in range(300):
        time.sleep(0.2)
        try:
            probe = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            probe.request("GET", "/health")
            if probe.getresponse().status == 200:
                break
        except OSError:
            pass
    crowd(4, 10)  # whatever is compiled, is compiled now
    rate, median, p95 = crowd(1, 30)
    print(f"the check itself          {own:8.1f} ms")
    print(f"through the API, 1 client {median:8.1f} ms   {median / own:.2f} times; {rate:.1f} a second, p95 {p95:.0f} ms")
    many, middle, late = crowd(clients, each)
    print(f"{clients:3d} clients at once       {middle:8.1f} ms   {many:.1f} a second ({many / rate:.2f} times one client), p95 {late:.0f} ms")
    print(f"on {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
finally:
    worker.send_signal(signal.SIGTERM)
    sys.exit(worker.wait(30))
PY
