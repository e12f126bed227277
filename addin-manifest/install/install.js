// The page's side of WPS' own local service, which writes WPS' list of add-ins. It answers on the visitor's machine alone; what it takes and
// gives was read from what WPS' publish page sends, and is written anew here.
const service = "http://127.0.0.1:58890";
const patience = 5000;
const home = document.getElementById("wps-now");
const url = home.dataset.url;
const state = home.querySelector(".state");
const hint = home.querySelector(".hint");
const parts = new Map([...home.querySelectorAll("[data-do]")].map((part) => [part.dataset.do, part]));

function show(name, says, how, ...buttons) {
  home.dataset.state = name;
  state.textContent = says;
  hint.textContent = how;
  for (const [key, part] of parts) part.hidden = !buttons.includes(key);
}

// UTF-8 in base 64, as the service wants it
const packed = (value) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))));

async function ask(path, body) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(service + path, { method: "POST", body, signal: stop.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.text();
  } finally {
    clearTimeout(clock);
  }
}

const order = (cmd, at) => packed({ cmd, name: "ExcelBudget", url: at, addonType: "et", online: "true", version: "", customDomain: "" });

async function listed() {
  const list = JSON.parse(await ask("/publishlist", "") || "[]");
  return Array.isArray(list) ? list.find((each) => each.name === "ExcelBudget" && (each.addonType || each.type) === "et") : undefined;
}

// WPS fetches for us: the same way it will fetch the shell
async function reaches() {
  const ribbon = await ask("/redirect/runParams", packed({ method: "get", url: url + "ribbon.xml", data: "" }));
  return ribbon.startsWith("<customUI");
}

async function look() {
  show("asking", "正在看这台电脑上的 WPS……", "");
  try {
    await ask("/version", "{}");
  } catch {
    show("absent", "WPS 的本机服务没有应答。",
      "没有装 WPS，或它没有在运行。装了的，按下面的按钮（浏览器会问是否打开 WPS，点“打开”），几秒后再看一次；不行的在命令行运行 excelbudget addin install。",
      "start", "again");
    return;
  }
  try {
    const own = await listed();
    if (!(await reaches())) {
      show("failed", "WPS 取不到加载项的文件：" + url + "ribbon.xml", "请看服务是否在运行，杀毒软件或代理是否拦住了本机地址。", "again");
    } else if (!own) {
      show("ready", "这台电脑的 WPS 可以安装。", "", "install", "again");
    } else if (own.url !== url) {
      show("other", "WPS 里登记的是旧地址：" + own.url, "按“安装”更新成 " + url, "install", "uninstall", "again");
    } else {
      show("installed", "WPS 里已登记。", "选项卡不出现的：先卸载，再安装，重启 WPS 点“允许”，再重启一次。", "uninstall", "again");
    }
  } catch {
    show("failed", "WPS 的本机服务应答得不对，装不了。", "请在命令行运行 excelbudget addin install，效果一样。", "again");
  }
}

async function act(cmd, done) {
  show("asking", cmd === "enable" ? "正在安装……" : "正在卸载……", "");
  try {
    const own = await listed();
    // an entry at an old address goes first: WPS knows entries by their address too
    if (own && (cmd === "disable" || own.url !== url)) await taken(await ask("/deployaddons/runParams", order("disable", own.url)));
    if (cmd === "enable") await taken(await ask("/deployaddons/runParams", order("enable", url)));
    await look();
    hint.textContent = done;
  } catch {
    show("failed", cmd === "enable" ? "没有装上。" : "没有卸掉。", "请退出 WPS 再试一次；仍不行的，在命令行运行 excelbudget addin "
      + (cmd === "enable" ? "install" : "uninstall") + "。", "again");
  }
}

function taken(answer) {
  if (answer !== "OK" && answer !== "") throw new Error(answer);
}

parts.get("install").addEventListener("click", () => act("enable", "装好了。请退出 WPS 再打开表格，点“允许”，然后再退出、打开一次。"));
parts.get("uninstall").addEventListener("click", () => act("disable", "已卸载。退出 WPS 再打开，选项卡就没有了。"));
parts.get("again").addEventListener("click", look);
look();
