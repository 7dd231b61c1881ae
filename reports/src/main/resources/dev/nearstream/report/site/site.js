// Without this script every page is whole. It makes boxes that need no scrolling no stop of the tab key, and has the
// table of packages sorted and filtered; what is chosen stands in the address, after the "#".
"use strict";

for (const box of document.querySelectorAll(".box")) {
  const look = () => {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (scrolls) box.tabIndex = 0; else box.removeAttribute("tabindex");
  };
  new ResizeObserver(look).observe(box);
}

const table = document.querySelector("table.packages");
if (table) packages(table);

function packages(table) {
  const controls = document.querySelector(".controls");
  const filter = controls.querySelector("input");
  const show = controls.querySelector("select");
  const said = controls.querySelector("[role=status]");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const keys = heads.map(head => head.id);
  const names = heads.map(head => head.textContent.trim());
  const words = new Intl.Collator("en", { numeric: true });
  const rows = [...body.rows].map((row, place) => {
    const texts = Array.from(row.cells, cell => cell.textContent);
    // A reason may stand in place of all numbers.
    if (texts.length < heads.length) texts.splice(2, 0, ...Array(heads.length - texts.length).fill(""));
    return { row, place, texts, search: texts.join(" ").toLowerCase(), hidden: false };
  });
  const number = text => /\d/.test(text) ? Number(text.replaceAll(",", "")) : NaN;
  const column = key => keys.indexOf(key);
  const more = key => one => number(one.texts[column(key)]) > 0;
  const is = state => one => one.texts[column("state")] === state;
  const kinds = {
    all: () => true, avoidable: more("avoidable"), blocked: more("blocked"), behind: more("days"), deltas: more("deltas"),
    assessed: is("assessed"), unscored: is("not scored"), failed: is("failed"), skipped: is("skipped"),
  };
  let state = read();
  let order = "name asc";

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = names[at];
    button.addEventListener("click", () => {
      const first = numeric(at) ? "desc" : "asc";
      const other = first === "asc" ? "desc" : "asc";
      const order = state.sort === keys[at] && state.order === first ? other : first;
      go({ ...state, sort: keys[at], order }, true);
    });
    head.replaceChildren(button);
  });
  filter.addEventListener("input", () => go({ ...state, q: filter.value }, false));
  show.addEventListener("change", () => go({ ...state, show: show.value }, true));
  // The address is the state's: this link would take its place.
  document.querySelector(".skip").addEventListener("click", event => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
  addEventListener("popstate", () => { state = read(); apply(); });
  controls.hidden = false;
  apply();

  function numeric(at) { return heads[at].dataset.type === "number"; }

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const sort = column(given.get("sort")) < 0 ? "name" : given.get("sort");
    const order = given.get("order") === "desc" ? "desc" : "asc";
    const show = Object.hasOwn(kinds, given.get("show") ?? "") ? given.get("show") : "all";
    return { sort, order, show, q: given.get("q") ?? "" };
  }

  function go(next, remember) {
    state = next;
    const given = new URLSearchParams();
    if (state.sort !== "name" || state.order !== "asc") {
      given.set("sort", state.sort);
      given.set("order", state.order);
    }
    if (state.show !== "all") given.set("show", state.show);
    if (state.q) given.set("q", state.q);
    const address = location.pathname + location.search + (given.size ? "#" + given : "");
    history[remember ? "pushState" : "replaceState"](null, "", address);
    apply();
  }

  function apply() {
    if (filter.value !== state.q) filter.value = state.q;
    show.value = state.show;
    sort();
    const wanted = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const one of rows) {
      const seen = kinds[state.show](one) && wanted.every(word => one.search.includes(word));
      if (seen) count++;
      if (one.hidden === seen) {
        one.hidden = !seen;
        one.row.hidden = !seen;
      }
    }
    const shown = count === rows.length ? "All " + rows.length.toLocaleString("en")
      : count.toLocaleString("en") + " of " + rows.length.toLocaleString("en");
    const by = names[column(state.sort)].toLowerCase() + (state.order === "asc" ? ", ascending" : ", descending");
    said.textContent = shown + " packages, by " + by + ".";
  }

  function sort() {
    heads.forEach((head, at) => {
      if (keys[at] === state.sort) head.setAttribute("aria-sort", state.order === "asc" ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const wanted = state.sort + " " + state.order;
    if (wanted === order) return;
    order = wanted;
    const at = column(state.sort);
    const sign = state.order === "asc" ? 1 : -1;
    // Names stand in the page's own order, which is no language's.
    const byNumber = at === 0 || numeric(at);
    const values = rows.map(one => at === 0 ? one.place : byNumber ? number(one.texts[at]) : one.texts[at]);
    const empty = value => value === "" || value === "–" || Number.isNaN(value);
    // What is not known comes last in either order; equals stand by name.
    const sorted = rows.map((one, i) => ({ one, value: values[i] })).sort((a, b) =>
      empty(a.value) - empty(b.value)
      || (empty(a.value) ? 0 : sign * (byNumber ? a.value - b.value : words.compare(a.value, b.value)))
      || a.one.place - b.one.place);
    body.append(...sorted.map(({ one }) => one.row));
  }
}
