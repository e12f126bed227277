#!/usr/bin/env python3
"""Whole verbs (fill, check, note) beside peers and beside another build, interleaved, each a process of its own.

usage: verbs.py --program NAME=FOLDER [--program NAME=FOLDER ...] [--n 1,40,300] [--rounds 3] [--cores 1] [--peers] [--own-rows]

FOLDER holds a built or published excelbudget; the first is the one the others are compared with. CPU is user and system time of the
process and of all it starts, also of what outlives it; peak is that of the largest of these processes. Medians; the ratio is that of the
same round: theirs / ours, over 1 means that the first program is faster. --cores 1 binds everything to one core: with and without it,
the wall time for each unit shows what the second core brings. --peers runs EPPlus, the Open XML SDK and a prototype that does
nothing but what nobody can do without at the same N (builds the benchmarks in Release first). Datasets are the clean sample of «hebei», given to N made-up units; with --own-rows each of them has
functions, projects (12 on average, 2 to 25) and amounts of its own and adds up, as departments of a county do: nothing two of them share.
"""
import argparse, collections, csv, ctypes, os, random, resource, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SAMPLE = os.path.join(ROOT, 'templates', 'hebei', 'sample', 'clean')
YEAR = '2023'
PEERS = {'fill': ('epplus', 'EPPlus naive'), 'fill-no-check': ('epplus', 'EPPlus naive'),
         'check': ('epplus-read', 'EPPlus reading only'), 'note': ('sdk-dom', 'SDK DOM writing only')}
FLOORS = {'fill': 'fill-floor', 'fill-no-check': 'floor', 'check': 'check-floor', 'note': 'note-verb-floor'}


def dataset(folder, units):
    os.makedirs(folder)
    for name in os.listdir(SAMPLE):
        with open(os.path.join(SAMPLE, name), encoding='utf-8-sig', newline='') as file: head, *rows = csv.reader(file)
        unit = head.index('unit_code')
        first = rows[0][unit] if rows else None
        with open(os.path.join(folder, name), 'w', encoding='utf-8', newline='') as file:
            out = csv.writer(file, lineterminator='\n')
            out.writerow(head)
            for number in range(units):
                for row in (list(row) for row in rows if row[unit] == first):
                    row[unit] = str(300000 + number)
                    for field in ('unit_name', 'department_name'):
                        if name == 'units.csv' and field in head: row[head.index(field)] = f'示例县第{number}事务局'
                    if name == 'units.csv' and 'department_code' in head: row[head.index('department_code')] = row[unit]
                    out.writerow(row)


def own_rows(folder, units):
    """Units whose rows and amounts are their own; every budget is sound."""
    def table(name):
        with open(os.path.join(SAMPLE, name + '.csv'), encoding='utf-8-sig', newline='') as file: return list(csv.DictReader(file))
    with open(os.path.join(SAMPLE, '..', '..', 'codes', 'functional.csv'), encoding='utf-8-sig', newline='') as file:
        items = [row['code'] for row in csv.DictReader(file) if row['level'] == '项' and not row['to'] and '201' <= row['code'][:3] <= '213']
    spending, projects = table('expenditure'), table('projects')
    social = [row for row in spending if row['function_code'][:3] in ('208', '210')]
    running = sorted({(row['economic_code'], row['category']) for row in spending if row['economic_code'] and row not in social})
    indicators = collections.defaultdict(list)
    for row in table('indicators'): indicators[row['project_code']].append(row)
    out = {name[:-4]: [] for name in os.listdir(SAMPLE)}
    for number in range(units):
        chance, unit = random.Random(number), str(300000 + number)
        def put(name, row, **more): out[name].append({**row, 'unit_code': unit, **more})
        name = f'示例县第{number}事务局'
        for row in table('units'): put('units', row, unit_name=name, department_name=name, department_code=unit)
        main = chance.choice([item for item in items if item.endswith('01')])
        functions = sorted({main, *[item for item in items if item[:5] == main[:5]][:chance.randint(2, 5)],
                            *chance.sample(items, chance.randint(0, 3))})
        chosen = [(row, chance.choice(functions)) for row in
                  chance.sample(projects, max(2, min(len(projects), int(chance.lognormvariate(2.3, 0.6)))))]
        staff = chance.sample(running, chance.randint(4, len(running)))
        for year in (YEAR, str(int(YEAR) - 1)):
            sums = collections.Counter()
            def spend(function, economic, category, amount):
                put('expenditure', spending[0], year=year, function_code=function, economic_code=economic, category=category, amount_yuan=amount)
                sums[function] += amount
            for economic, category in staff: spend(main, economic, category, chance.randint(100, 30000) * 100)
            for row in social:
                if row['year'] == year: spend(row['function_code'], row['economic_code'], row['category'], chance.randint(100, 4000) * 100)
            for function in functions:
                own = sum(int(row['amount_yuan']) for row, of in chosen if of == function)
                amount = own if year == YEAR else chance.randint(0, 30000) * 100
                if amount: spend(function, '', '项目支出', amount)
            for function, amount in sorted(sums.items()): put('revenue', table('revenue')[0], year=year, function_code=function, amount_yuan=amount)
        for row in table('three_public'): put('three_public', row, amount_yuan=chance.randint(1, 900) * 1000)
        for row in table('assets'): put('assets', row, amount_yuan=chance.randint(1000, 90000) * 100)
        for row in table('narrative'): put('narrative', row)
        for place, (row, _) in enumerate(chosen):
            code = f'130434{number:05d}P{place + 1:05d}'
            put('projects', row, project_code=code)
            for line in indicators[row['project_code']]: put('indicators', line, project_code=code)
    os.makedirs(folder)
    for name, rows in out.items():
        with open(os.path.join(SAMPLE, name + '.csv'), encoding='utf-8-sig', newline='') as file: head = next(csv.reader(file))
        with open(os.path.join(folder, name + '.csv'), 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, head, lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)


def measured(command, cores):
    """Runs in a child that adopts whatever the program leaves behind; (cpu s, wall s, peak MB)."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
        if cores: os.sched_setaffinity(0, set(range(cores)))
        started = time.time()
        code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        wall = time.time() - started
        while True:
            try: os.waitpid(-1, 0)
            except ChildProcessError: break
        use = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, f'{use.ru_utime + use.ru_stime} {wall} {use.ru_maxrss / 1024} {code}'.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe: cpu, wall, peak, code = pipe.read().split()
    os.waitpid(child, 0)
    if code not in '01': sys.exit(f'failed with {code}: {" ".join(command)}')
    return float(cpu), float(wall), float(peak)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--program', action='append', required=True)
    arguments.add_argument('--n', default='1,40,300')
    arguments.add_argument('--rounds', type=int, default=3)
    arguments.add_argument('--cores', type=int, default=0)
    arguments.add_argument('--peers', action='store_true')
    arguments.add_argument('--own-rows', action='store_true')
    arguments.add_argument('--verbs', default='fill,check,note')
    options = arguments.parse_args()
    programs = {name: os.path.join(os.path.realpath(folder), 'excelbudget') for name, folder in
                (item.split('=', 1) for item in options.program)}
    work = tempfile.mkdtemp(prefix='excelbudget-verbs-')
    os.environ['DOTNET_TieredPGO'] = '0'
    os.chdir(work)
    try:
        peer = None
        if options.peers:
            built = os.path.join(ROOT, 'tests', 'ExcelBudget.Benchmarks', 'bin', 'Release', 'net10.0', 'ExcelBudget.Benchmarks.dll')
            subprocess.run(['dotnet', 'build', HERE, '-c', 'Release', '-v', 'quiet', '--nologo'], check=True)
            materials = os.path.join(work, 'materials')
            subprocess.run(['dotnet', built, '--materials', materials], check=True)
            peer = lambda name, count: ['dotnet', built, '--peer', name, str(count), materials]
        for count in map(int, options.n.split(',')):
            data = os.path.join(work, f'data-{count}')
            (own_rows if options.own_rows else dataset)(data, count)
            issued = {}
            for name, program in programs.items():
                issued[name] = os.path.join(work, f'issued-{count}-{name}')
                subprocess.run([program, 'fill', '--pack', 'hebei', '--data', data, '--year', YEAR, '--out', issued[name]],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            size = statistics.median(os.path.getsize(os.path.join(issued[n], f)) for n in list(issued)[:1] for f in os.listdir(issued[n]))
            for verb in options.verbs.split(','):
                commands = {}
                for name, program in programs.items():
                    out = os.path.join(work, f'out-{name}')
                    commands[name] = {
                        'fill': [program, 'fill', '--pack', 'hebei', '--data', data, '--year', YEAR, '--out', out, '--force'],
                        'fill-no-check': [program, 'fill', '--pack', 'hebei', '--data', data, '--year', YEAR, '--out', out, '--force',
                                          '--no-check'],
                        'check': [program, 'check', issued[name]],
                        'note': [program, 'note', issued[name], '--out', out]}[verb]
                if peer: commands |= {PEERS[verb][1]: peer(PEERS[verb][0], count), 'floor': peer(FLOORS[verb], count)}
                results = {name: [] for name in commands}
                for turn in range(options.rounds):
                    order = list(commands)
                    for name in order[turn % len(order):] + order[:turn % len(order)]:
                        results[name].append(measured(commands[name], options.cores))
                print(f'\n### {verb}, N = {count}, rounds: {options.rounds}' + (f', cores: {options.cores}' if options.cores else '')
                      + (f', workbook {size / 1000:.0f} KB' if verb == 'fill' else '') + '\n')
                print('| program | CPU, s | ratio | wall, ms/unit | peak, MB |\n| --- | ---: | ---: | ---: | ---: |')
                ours = results[next(iter(programs))]
                for name, rounds in results.items():
                    ratio = statistics.median(theirs[0] / own[0] for theirs, own in zip(rounds, ours))
                    middle = [statistics.median(values) for values in zip(*rounds)]
                    print(f'| {name} | {middle[0]:.2f} | {ratio:.2f} | {middle[1] * 1000 / count:.1f} | {middle[2]:.0f} |', flush=True)
    finally:
        shutil.rmtree(work)


main()
