#!/usr/bin/env python3
"""Proofs of the drop folder from outside: the built program is started, killed, starved and harmed, and what stands on the disk is counted.

usage: prove.py [short|long] [PART…]   parts: kills random many two disk readonly ledger folder hostile growth seasons cost
Prints one line for each proof; exit code 1 when one fails. The fake engine of the test host decides by what stands in a file, so that only
the folder is proven; hostile, growth, seasons and cost use the real program.
"""
import collections, glob, hashlib, io, json, os, random, re, shutil, socket, sqlite3, subprocess, sys, tempfile, time, unicodedata, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import hostile as hostile_files
from hostile import rewritten as rewritten_bytes

ROOT = os.path.dirname(os.path.dirname(HERE))
HOST = os.environ.get("PROVE_HOST") or os.path.join(ROOT, "tests/ExcelBudget.Worker.TestHost/bin/Release/net10.0/ExcelBudget.Worker.TestHost.dll")
REAL = os.environ.get("PROVE_REAL") or os.path.join(ROOT, "src/ExcelBudget.Worker/bin/Release/net10.0/excelbudget.dll")
POINTS = ["claim.before-intent", "claim.after-intent", "claim.after-rename", "claim.after-confirm", "check.before-start",
          "check.after-verdict", "check.after-confirm", "draft.between-files", "draft.after-flush", "draft.after-confirm",
          "publish.after-rename", "publish.after-retire", "publish.after-confirm", "archive.after-rename", "archive.after-confirm"]
failures = []


def tell(name, ok, figures):
    print(f"{'ok  ' if ok else 'FAIL'} {name}: {figures}", flush=True)
    if not ok:
        failures.append(name)


def fake(order, unit="201", version="1", issue=None):
    """A workbook that tells the fake engine what to make of it."""
    words = f"{order}|{unit}|{version}" + ("|" + json.dumps(issue) if issue else "")
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as packed:
        packed.writestr(zipfile.ZipInfo("order.txt", (2023, 1, 1, 0, 0, 0)), words)
    return memory.getvalue()


class Place:
    """A root with a worker."""

    def __init__(self, root=None, program=HOST, **settings):
        self.base = tempfile.mkdtemp(prefix="excelbudget-prove-")
        self.root = root or os.path.join(self.base, "根")
        self.program = program
        self.settings = os.path.join(self.base, "settings.json")
        self.log = os.path.join(self.base, "log")
        folder = {"Root": self.root, "ListIntervalSeconds": 0.1, "QuietSeconds": 0.2, "IncompleteSeconds": 30, "MinFreeMegabytes": 0}
        folder.update(settings.pop("DropFolder", {}))
        whole = {"DropFolder": folder, "Logs": {"Folder": self.log}, "Packs": {"Folder": os.path.join(ROOT, "templates")}}
        whole.update(settings)
        with open(self.settings, "w") as file:
            json.dump(whole, file)
        os.makedirs(os.path.join(self.root, "inbox"), exist_ok=True)

    def drop(self, name, content):
        path = os.path.join(self.root, "inbox", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)

    def start(self, once=True, kill_at=None, user=None, home=None):
        env = dict(os.environ, DOTNET_CLI_TELEMETRY_OPTOUT="1", DOTNET_TieredPGO="0")
        if kill_at:
            env["EXCELBUDGET_KILL_AT"] = kill_at
        command = ["dotnet", "exec", self.program, "run", "--settings", self.settings] + (["--once"] if once else [])
        if home:
            env.update(HOME=home, DOTNET_CLI_HOME=home, TMPDIR=home)
        return subprocess.Popen(command, env=env, user=user, group=user, extra_groups=[] if user else None, stdout=subprocess.DEVNULL, stderr=open(os.path.join(self.base, "err"), "ab"))

    def run(self, kill_at=None, patience=600):
        process = self.start(kill_at=kill_at)
        try:
            return process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None

    def files(self, *folders):
        found = {}
        for folder in folders or [""]:
            for at, _, names in os.walk(os.path.join(self.root, folder)):
                for name in names:
                    path = os.path.join(at, name)
                    found[os.path.relpath(path, self.root)] = path
        return found

    def results(self):
        """Published files by path, findings with their content; times and ids in reports are left out."""
        whole = {}
        for name, path in self.files("accepted", "returned", "refused", "held").items():
            with open(path, "rb") as file:
                whole[name] = hashlib.sha256(file.read()).hexdigest() if name.endswith((".json", ".xlsx", ".docx")) else ""
        return whole

    def contents(self, folder):
        return sorted(digest(path) for path in self.files(folder).values())

    def leftovers(self):
        work = os.path.join(self.root, "work")
        return [name for name in os.listdir(work) if os.path.isdir(os.path.join(work, name)) and name != "logs"] + list(self.files("inbox"))

    def ledger(self, sql):
        with sqlite3.connect(os.path.join(self.root, "work", "ledger.db")) as ledger:
            return ledger.execute(sql).fetchall()

    def health(self):
        try:
            with open(os.path.join(self.root, "work", "troubles.json")) as file:
                return json.load(file)
        except (OSError, ValueError):
            return {"troubles": []}

    def said(self, words):
        return any(words in trouble["sentence"] for trouble in self.health()["troubles"]) or words in self.spoken()

    def spoken(self):
        with open(os.path.join(self.base, "err"), encoding="utf-8", errors="replace") as file:
            return file.read()

    def wait(self, condition, patience=120):
        for _ in range(patience * 5):
            if condition():
                return True
            time.sleep(0.2)
        return False

    def close(self):
        shutil.rmtree(self.base, ignore_errors=True)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def batch(count):
    """A mixed batch: good, wrong, twice the same, encrypted, no workbook, a correction, other departments."""
    orders = ["accepted", "returned", "accepted", "encrypted", "accepted"]
    files = {}
    for at in range(count):
        order = orders[at % len(orders)]
        name = f"{'教育局/' if at % 7 == 3 else ''}{at:05d}.xlsx"
        files[name] = b"no workbook" if at % 11 == 10 else fake(order, unit=str(300 + at // 2), version=str(at))
    if count > 5:
        files["99998.xlsx"] = files["00000.xlsx"]
        files["99999.xlsx"] = fake("accepted", unit="300", version="correction")
    return files


def reference(files):
    place = Place()
    for name, content in files.items():
        place.drop(name, content)
    place.run()
    whole = place.results(), sorted(hashlib.sha256(content).hexdigest() for content in files.values())
    place.close()
    return whole


def compare(place, expected):
    """What differs from an undisturbed run: lost, doubled, changed, left over."""
    results, originals = expected
    now, archived = place.results(), place.contents("archive")
    # counted, not compared as sets: the same content dropped twice is two originals
    lost = sum((collections.Counter(originals) - collections.Counter(archived)).values()) + len(set(results) - set(now))
    doubled = sum((collections.Counter(archived) - collections.Counter(originals)).values()) + len(set(now) - set(results))
    changed = sum(1 for name in now if name in results and now[name] != results[name])
    return lost, doubled, changed, len(place.leftovers())


def kills(long):
    count = 20 if long else 6
    files = batch(count)
    expected = reference(files)
    total, sums = 0, [0, 0, 0, 0]
    for point in POINTS if long else POINTS[::3]:
        for at in (1, len(files) // 2, len(files)) if long else (2,):
            place = Place()
            for name, content in files.items():
                place.drop(name, content)
            killed = place.run(kill_at=f"{point}:{at}") in (137, -9)
            place.run()
            difference = compare(place, expected)
            # a point that is passed less often than that does not kill
            total += killed
            sums = [a + b for a, b in zip(sums, difference)]
            if any(difference):
                print("    ", point, at, difference, flush=True)
            place.close()
    tell("kills at named points", not any(sums) and total > 0, f"{total} kills, lost {sums[0]}, doubled {sums[1]}, changed {sums[2]}, left {sums[3]}")
    place = Place()
    for name, content in files.items():
        place.drop(name, content)
    place.run()
    os.remove(next(iter(place.files("archive").values())))
    tell("the comparison can fail", any(compare(place, expected)), f"one original removed by hand: {compare(place, expected)}")
    place.close()


def randomly(long):
    wanted = int(os.environ.get("PROVE_KILLS", 300 if long else 4))
    files, done, sums = batch(40), 0, [0, 0, 0, 0]
    expected = reference(files)
    dice = random.Random(20260301)
    while done < wanted:
        place = Place()
        for name, content in files.items():
            place.drop(name, content)
        while done < wanted and place.files("inbox"):
            process = place.start(once=False)
            before = len(place.files("archive"))
            place.wait(lambda: len(place.files("archive")) > before or process.poll() is not None, 60)
            time.sleep(dice.random() * 0.4)
            process.kill()
            process.wait()
            done += 1
        place.run()
        sums = [a + b for a, b in zip(sums, compare(place, expected))]
        place.close()
    tell("random kills", not any(sums), f"{done} kills, lost {sums[0]}, doubled {sums[1]}, changed {sums[2]}, left {sums[3]}")


def memory(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024
    except (OSError, StopIteration):
        return 0


def children(pid):
    found = []
    for path in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            with open(path) as file:
                found += file.read().split()
        except OSError:
            pass
    return found


def many(long):
    count = int(os.environ.get("PROVE_FILES", 10_000 if long else 200))
    for watch in (True, False):
        place = Place(DropFolder={"Watch": watch})
        for at in range(count):
            place.drop(f"{at % 60:02d}局/{at:05d}.xlsx", fake(("accepted", "returned")[at % 2], unit=str(10_000 + at)))
        since, peak, process = time.time(), 0, place.start()
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.2)
        states = dict(place.ledger("SELECT state, count(*) FROM submission GROUP BY state"))
        ok = states == {"Archived": count} and not place.leftovers() and peak <= 500
        tell(f"{count} files, watcher {'on' if watch else 'off'}", ok,
             f"{states}, {time.time() - since:.0f} s, peak {peak} MB, left {len(place.leftovers())}")
        place.close()


def two(long):
    count = 2_000 if long else 100
    place = Place()
    for at in range(count):
        place.drop(f"{at:05d}.xlsx", fake("accepted", unit=str(10_000 + at)))
    workers = [place.start(), place.start()]
    codes = sorted(worker.wait() for worker in workers)
    doubles = place.ledger("SELECT count(*) FROM (SELECT sha256 FROM submission WHERE state = 'Archived' GROUP BY sha256 HAVING count(*) > 1)")[0][0]
    archived = len(place.files("archive"))
    tell("two workers", doubles == 0 and archived == count and codes == [0, 2], f"exit codes {codes}, {archived} of {count} archived, {doubles} double")
    place.close()


def disk(long):
    volume = tempfile.mkdtemp(prefix="excelbudget-volume-")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", volume], stderr=subprocess.DEVNULL).returncode:
        print("skip disk full: no right to mount a volume", flush=True)
        return
    try:
        place = Place(root=os.path.join(volume, "根"))
        process = place.start(once=False)
        place.wait(lambda: os.path.exists(os.path.join(place.root, "work", "ledger.db")))
        for at in range(5):
            place.drop(f"{at}.xlsx", fake("accepted", unit=str(400 + at)))
        place.wait(lambda: len(place.files("archive")) == 5)
        ballast = os.path.join(volume, "ballast")
        for at in range(5, 15):
            place.drop(f"{at}.xlsx", fake("accepted", unit=str(400 + at)))
        with open(ballast, "wb") as file:
            try:
                while True:
                    file.write(b"x" * 65536)
                    file.flush()
            except OSError:
                pass
        said = place.wait(lambda: "磁盘已满" in place.spoken() or "暂时无法工作" in place.spoken(), 60)
        alive = process.poll() is None
        os.remove(ballast)
        resumed = place.wait(lambda: len(place.files("archive")) == 15, 120)
        process.kill()
        process.wait()
        place.run()
        stack = "   at " in place.spoken()
        tell("disk full", said and alive and resumed and not stack and not place.leftovers(),
             f"said {said}, alive {alive}, resumed {resumed}, {len(place.files('archive'))} of 15 archived, stack trace {stack}")
        subprocess.run(["mount", "-o", "remount,ro", volume])
        process = place.start(once=False)
        time.sleep(8)
        refused = process.poll()
        process.kill()
        process.wait()
        tell("read-only volume at start", refused == 2, f"exit code {refused}")
        subprocess.run(["mount", "-o", "remount,rw", volume])
        place.close()
    finally:
        subprocess.run(["umount", "-l", volume])


def readonly(long):
    """Folders that turn read-only under a worker that is not root: a share whose rights were changed, a disk remounted after a fault."""
    place = Place()
    if os.geteuid() != 0:
        print("skip folders turned read-only: needs the right to start a program as another user", flush=True)
        return
    nobody = 65534
    for at, folders, names in os.walk(place.base):
        for path in [at] + [os.path.join(at, name) for name in names]:
            os.chown(path, nobody, nobody)
    home = os.path.join(place.base, "home")
    os.makedirs(home)
    os.chown(home, nobody, nobody)
    process = place.start(once=False, user=nobody, home=home)
    if not place.wait(lambda: "开始接收" in place.spoken() or process.poll() is not None, 60) or process.poll() is not None:
        print("skip folders turned read-only: the program does not start as another user", flush=True)
        return
    place.drop("1.xlsx", fake("accepted", unit="401"))
    # what the first file leaves on the desk is cleared a moment after its copy stands in the archive
    place.wait(lambda: len(place.files("archive")) == 1 and not place.leftovers())
    whole = [at for at, _, _ in os.walk(place.root)]
    for at in whole:
        os.chmod(at, 0o555)
    for at in range(2, 6):
        place.drop(f"{at}.xlsx", fake("accepted", unit=str(400 + at)))
    said = place.wait(lambda: "暂时取不走" in place.spoken() or "暂时无法工作" in place.spoken(), 60)
    time.sleep(3)
    alive, taken = process.poll() is None, len(place.files("archive"))
    for at in whole:
        os.chmod(at, 0o755)
    resumed = place.wait(lambda: len(place.files("archive")) == 5 and not place.leftovers(), 400)
    process.terminate()
    process.wait()
    tell("folders turned read-only while running", said and alive and taken == 1 and resumed and not place.leftovers(),
         f"said {said}, alive {alive}, taken meanwhile {taken - 1}, resumed {resumed}, left {len(place.leftovers())}")
    place.close()


def ledger(long):
    place = Place()
    process = place.start(once=False)
    path = os.path.join(place.root, "work", "ledger.db")
    place.wait(lambda: os.path.exists(path))
    for at in range(5):
        place.drop(f"{at}.xlsx", fake("accepted", unit=str(400 + at)))
    place.wait(lambda: len(place.files("archive")) == 5)

    lock = sqlite3.connect(path, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    place.drop("locked.xlsx", fake("accepted", unit="410"))
    said = place.wait(lambda: "台账正被其他程序使用" in place.spoken(), 60)
    lock.execute("ROLLBACK")
    lock.close()
    resumed = place.wait(lambda: len(place.files("archive")) == 6, 120)
    tell("ledger locked", said and resumed and process.poll() is None, f"said {said}, resumed {resumed}")

    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    said = place.wait(lambda: place.said("台账文件在运行中被删除"), 60)
    place.drop("deleted.xlsx", fake("accepted", unit="411"))
    resumed = place.wait(lambda: len(place.files("archive")) == 7, 120)
    kept = place.ledger("SELECT count(*) FROM submission WHERE state = 'Archived'")[0][0]
    tell("ledger deleted", said and resumed and kept == 7, f"said {said}, resumed {resumed}, {kept} of 7 submissions known")

    with open(path, "r+b") as file:
        file.write(os.urandom(16_384))
    said = place.wait(lambda: place.said("台账文件在运行中损坏"), 120)
    place.drop("garbled.xlsx", fake("accepted", unit="412"))
    resumed = place.wait(lambda: len(place.files("archive")) == 8, 120)
    process.kill()
    process.wait()
    kept = place.ledger("SELECT count(*) FROM submission WHERE state = 'Archived'")[0][0]
    tell("ledger garbled", said and resumed, f"said {said}, resumed {resumed}, {kept} of 8 submissions known")
    place.close()


def folder(long):
    place = Place()
    process = place.start(once=False)
    place.wait(lambda: "开始接收" in place.spoken())
    time.sleep(2)
    away = place.root + "-away"
    os.rename(place.root, away)
    time.sleep(6)
    alive = process.poll() is None
    shutil.rmtree(place.root, ignore_errors=True)
    os.rename(away, place.root)
    place.drop("1.xlsx", fake("accepted"))
    resumed = place.wait(lambda: len(place.files("archive")) == 1, 120)
    tell("folder gone and back", alive and resumed, f"alive {alive}, resumed {resumed}")
    os.mkfifo(os.path.join(place.root, "inbox", "管道.xlsx"))
    with open(os.path.join(os.fsencode(place.root), b"inbox", b"\xd4\xa4\xcb\xe3.xlsx"), "wb") as file:
        file.write(b"x")
    told = place.wait(lambda: place.said("不是普通文件") and place.said("GBK"), 60)
    place.drop("2.xlsx", fake("accepted", unit="202"))
    taken = place.wait(lambda: len(place.files("archive")) == 2, 60)
    process.kill()
    process.wait()
    tell("pipe and GBK name", told and taken, f"told {told}, others taken {taken}, {[trouble['subject'] for trouble in place.health()['troubles']]}")
    place.close()


def check(paths, own=True, out=None):
    """check of the real program. Returns exit code, the reports, seconds on the clock and of the processor."""
    out = out or os.path.join(tempfile.gettempdir(), f"prove-{os.getpid()}.json")
    env = dict(os.environ, EXCELBUDGET_Packs__Folder=os.path.join(ROOT, "templates"), EXCELBUDGET_Inspection__OwnProcess=str(own).lower(),
               EXCELBUDGET_DropFolder__Root=tempfile.gettempdir() + "/prove-root")
    since = time.time()
    process = subprocess.Popen(["dotnet", "exec", REAL, "check", *paths, "--json", out], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.time() - since
    with open(out) as file:
        return os.waitstatus_to_exitcode(status), json.load(file)["files"], seconds, used.ru_utime + used.ru_stime


def issued(folder, data="full", year="2023"):
    env = dict(os.environ, EXCELBUDGET_Packs__Folder=os.path.join(ROOT, "templates"))
    subprocess.run(["dotnet", "exec", REAL, "fill", "--pack", "hebei", "--data", os.path.join(ROOT, "templates/hebei/sample", data), "--year", year,
                    "--out", folder], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return sorted(os.path.join(folder, name) for name in os.listdir(folder))


def rewritten(path, change):
    """A copy of a package with its parts changed."""
    with open(path, "rb") as file:
        return rewritten_bytes(file.read(), change)


def note_of(base, good):
    """The note of a good workbook, as the program writes it."""
    env = dict(os.environ, EXCELBUDGET_Packs__Folder=os.path.join(ROOT, "templates"))
    out = os.path.join(base, "note")
    subprocess.run(["dotnet", "exec", REAL, "note", good, "--out", out], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(next(os.path.join(out, name) for name in os.listdir(out)), "rb") as file:
        return file.read()


def hostile(long):
    base = tempfile.mkdtemp(prefix="excelbudget-hostile-")
    path = issued(os.path.join(base, "issued"), data="clean")[0]
    with open(path, "rb") as file:
        good = file.read()
    slips = [os.path.join("/tmp", "excelbudget-slip"), os.path.join(base, "excelbudget-slip")]
    whole = list(hostile_files.workbooks(good)) + list(hostile_files.formulas(good)) + list(hostile_files.texts(good))
    # CI has no minute for each kind: every third, another third each day would do as well
    files = {name: (content, reasons) for name, content, reasons in (whole if long else whole[::3])}

    folder = os.path.join(base, "set")
    os.makedirs(folder)
    for name, (content, _) in {**files, "好.xlsx": (good, {None})}.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    code, reports, seconds, _ = check([folder] + [path for path in os.environ.get("PROVE_CORPUS", "").split(":") if path])
    given = {report["file"]: report for report in reports}
    wrong = [(name, given[name].get("reason")) for name, (_, reasons) in files.items() if name in given and given[name].get("reason") not in reasons]
    missing = [name for name in files if name not in given and name.lower().endswith((".xlsx", ".xls", ".et"))]
    internal = [report["file"] for report in reports if report.get("reason") == "internal_error"]
    turned = [report["file"] for report in reports if "\u202e" in json.dumps(report, ensure_ascii=False)]
    tell("hostile set, checked as one folder", not wrong and not missing and not internal and not turned and given["好.xlsx"]["verdict"] == "accepted",
         f"{len(reports)} files, {seconds:.0f} s, wrong {wrong}, without a verdict {missing}, internal_error {internal}, hidden signs {turned}, exit code {code}")

    dropped(base, good, files, list(hostile_files.notes(note_of(base, path))), slips)
    shutil.rmtree(base, ignore_errors=True)


def dropped(base, good, files, notes, slips):
    """The same files with the worker running, with names and things that are no files beside them."""
    place = Place(program=REAL, Inspection={"LibreOffice": "off"})
    process = place.start(once=False)
    place.wait(lambda: "开始接收" in place.spoken())
    place.drop("甲局/好.xlsx", good)
    place.wait(lambda: len(place.files("archive")) == 1)
    # whatever was dropped before under another name is a duplicate, and that is the right word for it
    wanted, seen = {"好.xlsx": {None}}, {good}
    for name, (content, reasons) in list(files.items()) + [(name, (content, reasons)) for name, content, reasons in notes]:
        place.drop(name, content)
        wanted[name] = reasons | ({"duplicate"} if content in seen else set())
        seen.add(content)
    for at, name in enumerate(hostile_files.NAMES):
        place.drop(name, b"text %d" % at)
        # a hidden name is what editors leave behind while they work: it is left alone
        if not name.startswith("."):
            wanted[name] = {"not_a_workbook"}
    inbox = os.path.join(place.root, "inbox")
    os.mkfifo(os.path.join(inbox, "管道.xlsx"))
    os.symlink("/etc/passwd", os.path.join(inbox, "链接.xlsx"))
    os.makedirs(os.path.join(inbox, "文件夹.xlsx"))
    socket.socket(socket.AF_UNIX).bind(os.path.join(inbox, "套.xlsx"))
    with open(os.path.join(os.fsencode(inbox), b"\xd4\xa4\xcb\xe3.xlsx"), "wb") as file:
        file.write(b"x")
    stays = {"管道.xlsx", "链接.xlsx", "套.xlsx", os.fsdecode(b"\xd4\xa4\xcb\xe3.xlsx")} | {name for name in hostile_files.NAMES if name.startswith(".")}

    peak, child, since = 0, 0, time.time()
    while time.time() - since < 900 and process.poll() is None and len(place.files("archive")) < len(wanted):
        peak = max(peak, memory(process.pid))
        child = max([child] + [memory(pid) for pid in children(process.pid)])
        time.sleep(0.3)
    seconds = time.time() - since
    alive = process.poll() is None
    place.wait(lambda: place.said("不是普通文件"), 30)
    process.terminate()
    process.wait()
    rows = place.ledger("SELECT source_path, verdict, coalesce(reason, ''), state FROM submission WHERE state <> 'Withdrawn'")
    by_name = {}
    for source, verdict, reason, state in rows:
        by_name.setdefault(unicodedata.normalize("NFC", source[len("inbox/"):].split("/")[-1] if source.startswith("inbox/甲局/") else source[len("inbox/"):]), []).append((verdict, reason, state))
    wanted = [(unicodedata.normalize("NFC", name), reasons) for name, reasons in wanted.items()]
    lost = [name for name, _ in wanted if name not in by_name]
    # two names that differ in their normal form only are two files
    twice = [name for name, given in by_name.items() if len(given) > sum(1 for other, _ in wanted if other == name)]
    wrong = [(name, reason) for name, reasons in wanted for _, reason, state in by_name.get(name, []) if (reason or None) not in reasons or state != "Archived"]
    left = {os.path.basename(name) for name in place.files("inbox")} - stays
    spoken = place.spoken()
    clean = "\u202e" not in spoken and "   at " not in spoken and not any("\u202e" in name or "\n" in name for name in place.files("accepted", "returned", "refused", "held", "archive"))
    told = [name for name in ("管道", "套") if not any(name in trouble["subject"] for trouble in place.health()["troubles"])]
    slipped = [path for path in slips if os.path.exists(path)]
    results = len([name for name in place.files("refused") if name.endswith(".原因.txt")])
    tell("hostile set, dropped with the worker running", alive and not lost and not twice and not wrong and clean and not told and not slipped
         and peak <= 512 and child <= 640 and not left,
         f"{len(wanted)} files, {seconds:.0f} s, worker {peak} MB, its process {child} MB, lost {lost}, twice {twice}, wrong {wrong}, names and lines clean {clean}, "
         f"untold {told}, outside {slipped}, left {sorted(left)}, {results} reasons")
    place.close()


def cells(rows, width, text):
    return "".join(f"<row r=\"{at}\"><c r=\"A{at}\" t=\"inlineStr\"><is><t>{text}{at % 10}</t></is></c>"
                   + "".join(f"<c r=\"{chr(66 + column)}{at}\"><v>{at}.5</v></c>" for column in range(width)) + "</row>" for at in range(60, 60 + rows))


def wrong_rows(content, count):
    """The form goes on with rows whose total is not the sum of its parts; what stood below it gives way."""
    last = max(int(row) for row in re.findall(rb'<row r="(\d+)"', content))
    content = re.sub(rb'<row r="%d".*?</row>' % last, b"", content, flags=re.S)
    rows = "".join(
        f'<row r="{at}"><c r="A{at}"><v>{at - 6}</v></c><c r="B{at}" t="inlineStr"><is><t>2070131</t></is></c><c r="C{at}" t="inlineStr"><is><t>图书馆</t></is></c>'
        f'<c r="D{at}"><v>{at + 1}</v></c><c r="E{at}"><v>{at}</v></c></row>' for at in range(last, last + count))
    return content.replace(b"</sheetData>", rows.encode() + b"</sheetData>")


def growth(long):
    base = tempfile.mkdtemp(prefix="excelbudget-growth-")
    good = issued(os.path.join(base, "issued"))[0]

    def grown(kind, size):
        def change(name, content):
            if kind == "findings":
                return wrong_rows(content, size) if name.endswith("worksheets/sheet4.xml") else content
            if not name.endswith("worksheets/sheet3.xml"):
                return content
            if kind == "rows":
                return content.replace(b"</sheetData>", cells(size, 6, "行").encode() + b"</sheetData>")
            if kind == "text":
                return content.replace(b"</sheetData>", cells(60, 1, "文" * (size // 60)).encode() + b"</sheetData>")
            return content.replace(b"</worksheet>", b"<extLst>" + b"<e>" * size + b"</e>" * size + b"</extLst></worksheet>")
        return rewritten(good, change)

    sizes = {"rows": (1_000, 4_000, 16_000), "text": (20_000, 200_000, 1_900_000), "depth": (60, 120, 240), "findings": (100, 400, 1_600)}
    for kind, steps in sizes.items():
        times = []
        for size in steps:
            path = os.path.join(base, f"{kind}-{size}.xlsx")
            with open(path, "wb") as file:
                file.write(grown(kind, size))
            # the start of the program is not the file's, and the clock is not the file's either where the machine has other work
            _, _, _, bare = check([good], own=False)
            _, files, _, whole = check([path], own=False)
            times.append((size, max(0.0, whole - bare), len(files[0]["findings"]), files[0].get("reason")))
        linear = times[-1][1] <= max(1.0, 3 * max(times[1][1], 0.1) * steps[-1] / steps[1])
        tell(f"growth in {kind}", linear and all(seconds < 30 for _, seconds, _, _ in times),
             "; ".join(f"{size}: +{seconds:.2f} s of the processor, {found} findings{', ' + reason if reason else ''}" for size, seconds, found, reason in times))
    shutil.rmtree(base, ignore_errors=True)


def cost(long):
    count = int(os.environ.get("PROVE_COST", 300 if long else 20))
    base = tempfile.mkdtemp(prefix="excelbudget-cost-")
    good = issued(os.path.join(base, "issued"))[0]
    folder = os.path.join(base, "many")
    os.makedirs(folder)
    for at in range(count):
        shutil.copy(good, os.path.join(folder, f"{at:03d}.xlsx"))
    check([good])
    own, isolated = [], []
    for _ in range(3 if long else 1):
        own.append(check([folder], own=False))
        isolated.append(check([folder], own=True))
    # the clock: the time of the other process is not among that of the program's children
    factor = min(run[2] for run in isolated) / min(run[2] for run in own)
    tell("cost of isolation", factor <= (1.15 if long else 2.0),
         f"{count} files: in process {min(run[2] for run in own):.1f} s, isolated {min(run[2] for run in isolated):.1f} s, factor {factor:.2f}")
    shutil.rmtree(base, ignore_errors=True)


def lineage(identity, at, content, after="", changes="", step=""):
    return {"WorkbookId": identity, "IssuedAt": at, "After": after, "Content": content, "Changes": changes, "Step": step, "IsIntact": True}


def seasons(long):
    """Two years, two packs, two steps, a renamed unit, late drafts, a relabelled file, a wrong folder, dropped in any order."""
    first, second = "20260101T080000000", "20260201T080000000"
    right = {
        "甲局/201-2023.xlsx": dict(Lineage=lineage("A2", second, "a2", after="A1"), Year=2023),
        "甲局/201-2024.xlsx": dict(Lineage=lineage("B1", second, "b1"), Year=2024),
        "甲局/201-2024-二上.xlsx": dict(Lineage=lineage("C1", second, "c1", step="二上"), Year=2024),
        "甲局/201-青海.xlsx": dict(Lineage=lineage("D1", second, "d1"), Year=2024, Pack="qinghai"),
        "乙局/202-改名.xlsx": dict(Lineage=lineage("E2", second, "e2", after="E1"), Year=2024, UnitName="新名称"),
    }
    late = {
        "甲局/0-201-2023-旧.xlsx": dict(Lineage=lineage("A1", first, "a1"), Year=2023),
        "甲局/zz-201-2023-旧.xlsx": dict(Lineage=lineage("A1", first, "a1-again"), Year=2023),
        "乙局/202-旧.xlsx": dict(Lineage=lineage("E1", first, "e1"), Year=2024, UnitName="旧名称"),
        "甲局/201-冒名.xlsx": dict(Lineage=dict(lineage("E2", second, "e2"), IsIntact=False), Year=2024),
        "丙局/201-错放.xlsx": dict(Lineage=lineage("A3", "20260301T080000000", "a3", after="A2"), Year=2023),
    }
    wrong = 0
    rounds = 6 if long else 2
    for turn in range(rounds):
        place = Place()
        order = list(right.items()) + list(late.items())
        random.Random(turn).shuffle(order)
        # without a county file the wrong folder is told from the right one: that comes first. The false name may come whenever it likes
        order.sort(key=lambda item: "错放" in item[0])
        for name, issue in order:
            place.drop(name, fake("accepted", unit=os.path.basename(name).replace("0-", "").replace("zz-", "")[:3], version=name, issue=issue))
            place.run()
        current = place.ledger("""SELECT name FROM handed_in own WHERE verdict = 'Accepted' AND NOT EXISTS (SELECT 1 FROM handed_in later
            WHERE later.verdict = 'Accepted' AND later.number > own.number AND (later.pack, later.unit_code, later.year, later.step)
                = (own.pack, own.unit_code, own.year, own.step))""")
        wrong += {name for name, in current} != {os.path.basename(name) for name in right}
        held = place.ledger("SELECT count(*) FROM submission WHERE hold IS NOT NULL")[0][0]
        told = place.ledger("SELECT count(*) FROM submission WHERE supersedes IS NOT NULL")[0][0]
        print(f"     turn {turn}: current {sorted(name for name, in current)}, held {held}, superseded {told}", flush=True)
        place.close()
    tell("four seasons in one folder", wrong == 0, f"{rounds} orders of ten files, {wrong} with a wrong current result")


PARTS = {"kills": kills, "random": randomly, "many": many, "two": two, "disk": disk, "readonly": readonly, "ledger": ledger, "folder": folder, "hostile": hostile,
         "growth": growth, "seasons": seasons, "cost": cost}

if __name__ == "__main__":
    asked = sys.argv[1:]
    isLong = "long" in asked
    for part in [part for part in asked if part in PARTS] or PARTS:
        PARTS[part](isLong)
    sys.exit(1 if failures else 0)
