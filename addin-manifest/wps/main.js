/* The ribbon of the WPS add-in. WPS loads it hidden and calls the functions below by name, so they are globals, plain and not async (an
   async one makes the whole tab vanish). ES5: nobody knows the oldest engine in the field. The pane is a page of the worker. */

/* where the worker is when this shell was copied to a disk; filled in by the verb */
var ExcelBudgetHome = "http://127.0.0.1:8650/";

/* the keys bear the program's letters: WPS numbers panes anew in each program, and add-ins have closed one another's */
var ExcelBudgetPaneKey = "ExcelBudget.et.pane";
var ExcelBudgetGoKey = "ExcelBudget.et.go";
var ExcelBudgetDockRight = 2;
var ExcelBudgetWidth = 380;

var ExcelBudgetRibbon = null;
var ExcelBudgetPressed = 0;

function ExcelBudgetOnLoad(ribbon) {
  ExcelBudgetRibbon = ribbon;
  return true;
}

function ExcelBudgetOnCheck(control) { return ExcelBudgetGo("check"); }
function ExcelBudgetOnPrevious(control) { return ExcelBudgetGo("previous"); }
function ExcelBudgetOnNext(control) { return ExcelBudgetGo("next"); }
function ExcelBudgetOnHandIn(control) { return ExcelBudgetGo("hand-in"); }

function ExcelBudgetEnabled(control) { return true; }

function ExcelBudgetImage(control) {
  var id = control && (control.Id || control.id);
  if (id === "ExcelBudgetPrevious") { return "icons/previous.svg"; }
  if (id === "ExcelBudgetNext") { return "icons/next.svg"; }
  if (id === "ExcelBudgetHandIn") { return "icons/hand-in.svg"; }
  return "icons/check.svg";
}

function ExcelBudgetWorker() {
  var here = window.location.href;
  var at = here.indexOf("/wps/");
  return here.indexOf("http") === 0 && at > 0 ? here.substring(0, at + 1) : ExcelBudgetHome;
}

/* the worker is asked first: a pane whose page does not come shows nothing that helps */
function ExcelBudgetGo(action) {
  var request = new XMLHttpRequest();
  request.open("GET", ExcelBudgetWorker() + "wps/manifest.xml?" + new Date().getTime());
  request.timeout = 3000;
  request.onload = function () { ExcelBudgetShow(action); };
  request.onerror = request.ontimeout = ExcelBudgetNoWorker;
  request.send();
  return true;
}

function ExcelBudgetNoWorker() {
  window.alert("部门预算校验服务没有启动，或连不上。\n\n请启动 ExcelBudget（或请信息科查看服务），然后再按一次。\n"
    + "填表不受影响：工作簿里的“校验”表照常可用。");
}

function ExcelBudgetShow(action) {
  var app = window.Application || window.wps;
  var storage = app.PluginStorage;
  var pane = ExcelBudgetPane(app, storage);
  if (pane) {
    ExcelBudgetPressed += 1;
    storage.setItem(ExcelBudgetGoKey, action + " " + ExcelBudgetPressed);
  } else {
    pane = app.CreateTaskPane(ExcelBudgetWorker() + "pane/wps.html?go=" + action, "部门预算校验");
    pane.DockPosition = ExcelBudgetDockRight;
    pane.Width = ExcelBudgetWidth;
    storage.setItem(ExcelBudgetPaneKey, pane.ID);
  }
  pane.Visible = true;
}

function ExcelBudgetPane(app, storage) {
  var id = storage.getItem(ExcelBudgetPaneKey);
  if (!id) { return null; }
  try {
    return app.GetTaskPane(id) || null;
  } catch (gone) {
    return null;
  }
}
