#!/usr/bin/env bash
# Draws the add-in's icons (addin-manifest/icons/*.png) from their SVG in every size that Excel and WPS ask for. Needs chromium and python3.
# Up to 24 px the drawing for small sizes is used.
set -euo pipefail
cd "$(dirname "$0")/../addin-manifest/icons"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 - "$work/draw.html" <<'PY'
import base64, json, sys
jobs = []
for name in ("check", "previous", "next", "hand-in"):
    sizes = (16, 20, 24, 32, 40, 48, 64, 80) + ((128, 192) if name == "check" else ())
    jobs += [(f"{name}-{size}.png", f"{name}-small.svg" if size <= 24 else f"{name}.svg", size) for size in sizes]
jobs.append(("outline-32.png", "outline.svg", 32))
drawn = [[to, "data:image/svg+xml;base64," + base64.b64encode(open(source, "rb").read()).decode(), size] for to, source, size in jobs]
open(sys.argv[1], "w").write("""<!doctype html><pre id=out></pre><script>
const jobs = %s, out = document.getElementById('out');
Promise.all(jobs.map(([to, source, size]) => new Promise(done => {
  const picture = new Image(size, size);
  picture.onload = () => {
    const canvas = document.createElement('canvas'); canvas.width = canvas.height = size;
    canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
    done(to + ' ' + canvas.toDataURL('image/png').split(',')[1]);
  };
  picture.src = source;
}))).then(lines => { out.textContent = lines.join('\\n'); });
</script>""" % json.dumps(drawn))
PY
timeout 60 chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" --virtual-time-budget=5000 --dump-dom \
  "file://$work/draw.html" 2>/dev/null > "$work/dom.html"
python3 - "$work/dom.html" <<'PY'
import base64, re, sys
lines = re.search(r'<pre id="out">(.*?)</pre>', open(sys.argv[1]).read(), re.S).group(1).split("\n")
for line in lines:
    name, content = line.split(" ")
    open(name, "wb").write(base64.b64decode(content))
print(len(lines), "icons")
PY
