const list = byId("blocks");
const stretches = [...list.children];
const items = [...list.querySelectorAll("li")];
const texts = items.map((item) => item.querySelector(".words").textContent.toLowerCase());
const kept = new Set(["body", "image", "video"]);
const verdicts = new Set();
const views = [...document.querySelectorAll("[data-view]")];
const chips = [...document.querySelectorAll("[data-verdict]")];
const search = byId("search");
const rule = byId("rule");
const why = byId("why");
let view = "all";
let here = null;

function filter() {
  const wanted = search.value.trim().toLowerCase();
  const counts = new Map(stretches.map((stretch) => [stretch, 0]));
  let shown = 0;
  items.forEach((item, number) => {
    const verdict = item.dataset.v;
    const visible =
      (view === "all" || (view === "kept") === kept.has(verdict)) &&
      (verdicts.size === 0 || verdicts.has(verdict)) &&
      (rule.value === "" || item.dataset.r === rule.value) &&
      (wanted === "" || texts[number].includes(wanted));
    if (item.hidden === visible) item.hidden = !visible;
    if (visible) {
      shown += 1;
      counts.set(item.parentNode, counts.get(item.parentNode) + 1);
    }
  });
  for (const [stretch, count] of counts) {
    stretch.hidden = count === 0;
    stretch.style.containIntrinsicSize = `auto ${count * 34}px`;
  }
  for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  for (const chip of chips) chip.setAttribute("aria-pressed", String(verdicts.has(chip.dataset.verdict)));
  byId("nothing").hidden = shown > 0;
  byId("shown").textContent = say("shown", { shown, all: items.length });
}

function show(name) {
  view = name;
  filter();
}

function clear() {
  view = "all";
  verdicts.clear();
  rule.value = "";
  search.value = "";
  filter();
}

function tell(item) {
  const { v, r, k, p } = item.dataset;
  const name = document.createElement("b");
  name.textContent = r;
  const number = items.indexOf(item) + 1;
  const lines = [
    `${v} — ${data.verdicts[v]?.[chinese()] ?? ""}: ${data.rules[r]?.[chinese()] ?? ""}`,
    `#${number} · ${k} · ${p}`,
  ];
  const place = document.createElement("div");
  place.className = "facts";
  place.textContent = lines[1];
  why.replaceChildren(name, lines[0], place);
}

function go(item) {
  if (!item) return;
  if (item.hidden) clear();
  here?.classList.remove("here");
  here = item;
  item.classList.add("here");
  item.scrollIntoView({ block: "center" });
  item.focus({ preventScroll: true });
  tell(item);
}

function move(step) {
  let number = here && !here.hidden ? items.indexOf(here) + step : step > 0 ? 0 : items.length - 1;
  while (items[number]?.hidden) number += step;
  go(items[number]);
}

for (const button of views) button.addEventListener("click", () => show(button.dataset.view));
for (const chip of chips)
  chip.addEventListener("click", () => {
    if (!verdicts.delete(chip.dataset.verdict)) verdicts.add(chip.dataset.verdict);
    filter();
  });
search.addEventListener("input", filter);
rule.addEventListener("change", filter);
byId("clear").addEventListener("click", clear);
list.addEventListener("mouseover", (event) => {
  const item = event.target.closest("li");
  if (item) tell(item);
});
list.addEventListener("click", (event) => {
  const item = event.target.closest("li");
  if (item && String(getSelection()) === "") go(item);
});
for (const button of document.querySelectorAll(".jump"))
  button.addEventListener("click", () => go(byId("b" + button.dataset.block)));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    clear();
    return;
  }
  if (event.target.closest("input, select")) {
    if (event.key === "Enter" && event.target === search) move(1);
    return;
  }
  const act = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => list.contains(event.target) && move(1),
    ArrowUp: () => list.contains(event.target) && move(-1),
    "/": () => search.focus(),
    a: () => show("all"),
    s: () => show("kept"),
    r: () => show("removed"),
  }[event.key];
  if (act && act() !== false) event.preventDefault();
});
onLanguage.push(() => {
  filter();
  for (const chip of chips) chip.title = data.verdicts[chip.dataset.verdict]?.[chinese()] ?? "";
  if (here) tell(here);
});
