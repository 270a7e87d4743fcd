// SPDX-License-Identifier: Apache-2.0
"use strict";
// Figures are drawn anew by Vega-Lite when they come near the window: as wide as there is room, with numbers at the pointer and a legend that can be clicked.
// The drawing that stands in the page stays for print and where this fails.
(() => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const theme = () => {
    const font = getComputedStyle(document.body).fontFamily;
    const [ink, faint, rule, paper, wash, first] = ["ink", "faint", "rule", "paper", "wash", "s0"].map(colour);
    const mark = { color: first };
    const size = innerWidth < 640 ? 12.5 : 14;
    return {
      background: "transparent", font, aria: false, padding: { left: 0, top: 2, right: 4, bottom: 0 },
      view: { stroke: null },
      mark: { cursor: "pointer", tooltip: true },
      bar: mark, line: mark, point: mark, tick: mark, rule: mark, text: { color: ink, fontSize: size, cursor: "pointer" },
      range: {
        category: ["s0", "s1", "s2", "s3", "s4", "s5"].map(colour), heatmap: [wash, first],
        symbol: ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"],
      },
      axis: {
        labelColor: faint, titleColor: faint, gridColor: rule, domainColor: faint, tickColor: rule, labelFontSize: size, titleFontSize: size, titleFontWeight: "normal",
        labelFontWeight: "normal",
      },
      axisX: { titleAnchor: "end", titleAlign: "right", ticks: false, domain: false, labelPadding: 6, titlePadding: 4 },
      axisTop: { labelColor: ink },
      axisY: { labelColor: ink, labelLimit: Math.min(240, innerWidth * 0.4), labelPadding: 8, domain: false, ticks: false },
      axisYQuantitative: { labelColor: faint, labelPadding: 6, title: null },
      header: { labelColor: ink, labelFontSize: size, labelPadding: 6, labelLimit: 600 },
      legend: { columns: Math.max(1, Math.floor(Math.min(innerWidth, 780) / 190)), orient: "top", title: null, labelColor: ink, labelFontSize: size, symbolSize: 70, columnPadding: 14, offset: 6, labelLimit: 220 },
      facet: { spacing: 18 },
      style: { reference: { color: faint, strokeWidth: 1 }, "on-dark": { color: paper }, "on-pale": { color: ink }, "on-light": { color: colour("on-light") } },
    };
  };

  // Numbers of a mark beside the pointer.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);
  const inner = new Set(["rank", "middle", "code", "lower", "upper", "time", "position", "section"]);
  const short = (value) => typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
  const show = (names) => (_, event, item) => {
    const datum = item && item.datum;
    const parts = datum ? names.filter((name) => !inner.has(name) && datum[name] != null && datum[name] !== "") : [];
    tip.hidden = parts.length === 0;
    if (tip.hidden) return;
    const interval = Number.isFinite(datum.lower) && Number.isFinite(datum.upper) ? ` [${short(datum.lower)}, ${short(datum.upper)}]` : "";
    tip.replaceChildren(...parts.map((name) => {
      const line = document.createElement("div");
      line.textContent = name === "value" ? short(datum.value) + interval : name === "cut" ? "cut " + datum.cut : short(datum[name]);
      if (name === "value") line.className = "value";
      return line;
    }));
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(event.clientX + 12, document.documentElement.clientWidth - box.width - 4)) + "px";
    tip.style.top = (event.clientY + 16 + box.height > innerHeight ? event.clientY - box.height - 8 : event.clientY + 16) + "px";
  };

  const evidence = new Map(Array.from(document.querySelectorAll("article.evidence"), (article) => [article.querySelector("h3").textContent, article.id]));
  const charts = [];

  class Chart {
    constructor(figure, script) {
      this.figure = figure;
      this.specification = JSON.parse(script.textContent);
      for (const name of ["$schema", "title", "description", "config"]) delete this.specification[name];
      this.names = Object.keys(Object.assign({}, ...this.specification.data.values));
      this.host = document.createElement("div");
      this.host.className = "chart";
      this.host.setAttribute("role", "img");
      this.host.setAttribute("aria-label", figure.querySelector("svg").getAttribute("aria-label"));
      script.before(this.host);
    }

    // What labels and legends take is known when it is drawn: a second drawing fits.
    async draw() {
      const room = this.host.clientWidth || this.figure.clientWidth;
      this.width = room;
      let inside = room - 120;
      for (let attempt = 0; attempt < 3; ++attempt) {
        const config = theme();
        config.view.continuousWidth = config.view.discreteWidth = Math.max(inside, 80);
        const host = document.createElement("div");
        this.host.replaceChildren(host);
        if (this.view) this.view.finalize();
        this.view = vegaLiteView({ ...this.specification, config }, { container: host, tooltip: show(this.names), hover: true });
        await this.view.runAsync();
        // The whole is one picture with a text of its own.
        for (const part of host.querySelectorAll("[role]")) part.removeAttribute("role");
        for (const part of host.querySelectorAll("[aria-roledescription]")) part.removeAttribute("aria-roledescription");
        const rest = room - host.querySelector("svg").width.baseVal.value;
        if (Math.abs(rest) < 3 || inside + rest < 80) break;
        inside += rest;
      }
      this.view.addEventListener("click", (_, item) => {
        const id = item && item.datum && evidence.get(item.datum.code);
        if (id) location.hash = id;
      });
      this.figure.classList.add("drawn");
    }

    async redraw() {
      try {
        await this.draw();
      } catch (failure) {
        this.figure.classList.remove("drawn");
        this.host.replaceChildren();
        console.error(failure);
      }
    }
  }

  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      near.unobserve(entry.target);
      const chart = new Chart(entry.target, entry.target.querySelector("script"));
      charts.push(chart);
      chart.redraw();
    }
  }, { rootMargin: "800px" });
  for (const script of document.querySelectorAll("figure > script")) near.observe(script.parentNode);

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach((chart) => chart.redraw()));
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => charts.filter((chart) => chart.host.clientWidth !== chart.width).forEach((chart) => chart.redraw()), 150);
  });
})();
