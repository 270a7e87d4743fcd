// SPDX-License-Identifier: Apache-2.0
"use strict";
(() => {
  const make = (name, text, attributes) => {
    const element = document.createElement(name);
    element.textContent = text;
    Object.assign(element, attributes || {});
    return element;
  };
  const textOf = (row, column) => row.cells[column].textContent.trim();

  // Tables: a click on a head sorts; rows without a value come last.
  const sortBy = (table, column, head) => {
    const down = head.getAttribute("aria-sort") === "descending";
    const numeric = head.classList.contains("number");
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "ascending" : "descending");
    const sign = down ? 1 : -1;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    rows.sort((a, b) => {
      const x = textOf(a, column), y = textOf(b, column);
      if (x === "" || y === "") return (x === "") - (y === "");
      return sign * (numeric ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0);
    });
    body.append(...rows);
  };
  const quoted = (text) => text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n");
  const tsvOf = (table) =>
    Array.from(table.rows).filter((row) => !row.hidden).map((row) => Array.from(row.cells).map((cell) => quoted(cell.textContent.trim())).join("\t")).join("\n") + "\n";

  const say = make("p", "", { className: "skip" });
  say.setAttribute("role", "status");
  document.body.append(say);
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      const area = make("textarea", "", { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
    say.textContent = "Table copied as tab-separated text";
    setTimeout(() => { button.textContent = "Copy as TSV"; }, 1500);
  };

  for (const table of document.querySelectorAll("table")) {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = make("button", "", { type: "button" });
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(table, column, head));
      head.append(button);
    });
    const tools = make("div", "", { className: "tools" });
    if (table.tBodies[0].rows.length > 12) {
      const filter = make("input", "", { type: "search", placeholder: "Filter rows" });
      filter.setAttribute("aria-label", "Filter rows of the table");
      filter.addEventListener("input", () => {
        const wanted = filter.value.toLowerCase();
        table.classList.toggle("filtered", wanted !== "");
        for (const row of table.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      });
      tools.append(filter);
    }
    const button = make("button", "Copy as TSV", { type: "button", className: "copy" });
    button.addEventListener("click", () => copy(tsvOf(table), button));
    tools.append(button);
    table.closest(".scroll").before(tools);
  }

  // Evidence: lines that hold a text, and have the code and a value of each attribute chosen. There may be thousands: the page is shown first.
  const evidence = document.getElementById("evidence");
  const articles = evidence ? Array.from(evidence.querySelectorAll(".evidence")) : [];
  const valuesOf = (line) => {
    const values = new Map();
    for (const span of line.querySelectorAll("[data-field]")) values.set(span.dataset.field, (values.get(span.dataset.field) || new Set()).add(span.textContent));
    return values;
  };
  const prepareEvidence = () => {
    const lines = articles.flatMap((article) => {
      const code = new Set([article.querySelector("h3").textContent]);
      return Array.from(article.querySelectorAll("li"), (line) => ({ article, line, values: valuesOf(line).set("code", code) }));
    });
    if (lines.length < 2) return;
    const mostChoices = 400;
    const tools = make("div", "", { className: "tools" });
    const count = make("span", "");
    count.setAttribute("role", "status");
    const search = make("input", "", { type: "search", placeholder: "Search sentences" });
    search.setAttribute("aria-label", "Search sentences");
    const choices = new Map();
    const textOfLine = (one) => one.text === undefined ? one.text = one.line.textContent.toLowerCase() : one.text;
    const apply = () => {
      const wanted = search.value.toLowerCase();
      const chosen = Array.from(choices).filter(([, select]) => select.value !== "");
      evidence.classList.toggle("filtered", wanted !== "" || chosen.length > 0);
      let shown = 0;
      const kept = new Set();
      for (const one of lines) {
        const fits = (wanted === "" || textOfLine(one).includes(wanted)) &&
          chosen.every(([field, select]) => one.values.has(field) && one.values.get(field).has(select.value));
        one.line.hidden = !fits;
        if (fits) { shown += 1; kept.add(one.article); }
      }
      for (const article of articles) article.hidden = !kept.has(article);
      count.textContent = shown + " of " + lines.length + " sentences";
    };
    tools.append(search);
    const all = new Map();
    for (const { values } of lines)
      for (const [field, found] of values) {
        if (!all.has(field)) all.set(field, new Set());
        for (const value of found) all.get(field).add(value);
      }
    const known = Array.from(all).sort(([a], [b]) => (b === "code") - (a === "code"));
    for (const [field, found] of known) {
      if (found.size < 2 || found.size > mostChoices) continue;
      const select = make("select", "");
      select.setAttribute("aria-label", "Only sentences with this " + field);
      select.append(make("option", field + ": all", { value: "" }), ...Array.from(found).sort().map((value) => make("option", value, { value })));
      select.addEventListener("change", apply);
      choices.set(field, select);
      tools.append(select);
    }
    search.addEventListener("input", apply);
    count.textContent = lines.length + " of " + lines.length + " sentences";
    tools.append(count);
    articles[0].before(tools);
    // A link to a code shows it even if a filter hides it.
    window.addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.hidden) return;
      search.value = "";
      for (const select of choices.values()) select.value = "";
      apply();
      target.scrollIntoView();
    });
  };
  if (articles.length > 0) (window.requestIdleCallback || setTimeout)(prepareEvidence);

  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details");
    if (folded && !folded.open) { folded.open = true; target.scrollIntoView(); }
  };
  window.addEventListener("hashchange", unfold);
  unfold();
})();
