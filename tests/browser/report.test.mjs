// SPDX-License-Identifier: Apache-2.0
// What readers do with the page of a report, done in Chromium. report_in_browser.sh sets the stage:
//   REPORT: a report on the sample corpus; HOSTILE: one on texts that try to be more than text; CHROMIUM: the browser.
import axe from "axe-core";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const pageOf = (folder) => `file://${folder}/index.html`;
const report = pageOf(process.env.REPORT);
const hostile = pageOf(process.env.HOSTILE);
let browser;
before(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] }); });
after(() => browser.close());

/** Opens a page, scrolls to its end so that all is drawn, calls `look`, and holds the page to its silence. */
async function visit(url, options, look) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  // A machine that builds at the same time is slow.
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url().split("#")[0] !== url) said.push(`request: ${request.url()}`); });
  await page.goto(url);
  if (options.javaScriptEnabled !== false) await drawAll(page);
  await look(page, context);
  assert.deepEqual(said, []);
  await context.close();
}

async function drawAll(page) {
  for (const figure of await page.locator("figure:has(> script)").all()) {
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction((element) => element.classList.contains("drawn"), await figure.elementHandle());
  }
}

const inView = (element) => { const box = element.getBoundingClientRect(); return box.height > 0 && box.top < innerHeight && box.bottom > 0; };

test("figures are drawn and nothing is asked for or complained of", async () => {
  await visit(report, {}, async (page) => {
    // Those without a script stay as they were drawn.
    const figures = await page.$$eval("figure:has(> script)", (all) => all.map((figure) => [figure.id, figure.querySelectorAll(".chart .role-mark path, .chart .role-mark text, .chart .role-mark line").length]));
    assert.ok(figures.length >= 5);
    for (const [id, marks] of figures) assert.ok(marks > 0, `${id} is empty`);
  });
});

test("a mark says its numbers and leads to its sentences", async () => {
  await visit(report, {}, async (page) => {
    const mark = page.locator("#figure-profile .chart .mark-symbol.role-mark path").first();
    await mark.hover();
    assert.match(await page.locator(".tip").innerText(), /\d/);
    await mark.click();
    await page.waitForFunction(() => location.hash.startsWith("#evidence-"));
    assert.ok(await page.locator(".evidence:target mark").count() > 0);
  });
});

test("each statement's link lands on its sentences or numbers", async () => {
  await visit(report, {}, async (page) => {
    const links = await page.locator(".findings a.to").all();
    assert.ok(links.length >= 5);
    for (const link of links) {
      const target = (await link.getAttribute("href")).slice(1);
      await link.click();
      await page.waitForTimeout(150);
      const element = page.locator(`[id="${target}"]`);
      assert.ok(await element.evaluate(inView), `${target} is not in view`);
      if (target.startsWith("evidence-")) assert.ok(await element.locator("mark").count() > 0, `${target} has no sentence`);
    }
  });
});

test("tables are sorted and filtered", async () => {
  await visit(report, {}, async (page) => {
    await page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));
    const table = page.locator("#table-codes table");
    const column = (await table.locator("th").allInnerTexts()).findIndex((name) => name.trim() === "n");
    const head = table.locator("th").nth(column);
    const values = () => table.locator(`tbody tr:not([hidden]) td:nth-child(${column + 1})`).allInnerTexts().then((all) => all.map(Number));
    for (const [order, sign] of [["descending", -1], ["ascending", 1]]) {
      await head.locator("button").click();
      assert.equal(await head.getAttribute("aria-sort"), order);
      const shown = await values();
      assert.deepEqual(shown, [...shown].sort((a, b) => sign * (a - b)));
    }
    const before = (await values()).length;
    await page.locator(".table:has(#table-codes) input[type=search]").fill("hedging");
    const left = await values();
    assert.ok(left.length > 0 && left.length < before);
  });
});

test("a table is copied as tab-separated text", async () => {
  await visit(report, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.locator(".table:has(#table-documents) .copy").click();
    await page.waitForFunction(() => document.querySelector("[role=status].skip").textContent !== "");
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).replace(/\n$/, "").split("\n");
    const rows = await page.locator("#table-documents tbody tr").count();
    assert.equal(lines.length, rows + 1);
    assert.equal(new Set(lines.map((line) => line.split("\t").length)).size, 1);
    assert.match(lines[0], /^document\t/);
  });
});

test("sentences are searched and filtered by code and by what is known of them", async () => {
  await visit(report, {}, async (page) => {
    const shown = () => page.$$eval("#evidence .evidence:not([hidden]) li:not([hidden])", (all) => all.map((line) => line.textContent.toLowerCase()));
    const all = (await shown()).length;
    await page.getByLabel("Search sentences").fill("partner");
    let left = await shown();
    assert.ok(left.length > 0 && left.length < all && left.every((text) => text.includes("partner")));
    await page.getByLabel("Search sentences").fill("");
    for (const select of await page.locator("#evidence select").all()) {
      const value = await select.locator("option").nth(1).getAttribute("value");
      await select.selectOption(value);
      left = await shown();
      assert.ok(left.length > 0 && left.length < all, `${value} keeps ${left.length}`);
      await select.selectOption("");
    }
    assert.equal((await shown()).length, all);
  });
});

test("nothing is wider than the window", async () => {
  for (const width of [390, 768, 1366])
    await visit(report, { viewport: { width, height: 800 } }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const wide = await page.$$eval("figure", (all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.id));
      assert.deepEqual(wide, []);
    });
});

test("people who see or point otherwise can read it", async () => {
  for (const colorScheme of ["light", "dark"])
    await visit(report, { colorScheme, bypassCSP: true }, async (page) => {
      await page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact));
      assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ")}`), []);
    });
});

test("all is there without scripts", async () => {
  await visit(report, { javaScriptEnabled: false }, async (page) => {
    for (const figure of await page.locator("figure").all()) assert.ok(await figure.locator("> svg").isVisible());
    assert.ok(await page.locator("table").count() > 5);
  });
});

test("no table and no figure is cut in print", async () => {
  const pixels = (millimetres) => Math.floor(millimetres / 25.4 * 96);
  const width = pixels(210 - 2 * 16);
  await visit(report, { viewport: { width, height: 1000 } }, async (page) => {
    await page.emulateMedia({ media: "print" });
    // Tables of very many columns have pages that lie.
    const cut = await page.evaluate((lying) => Array.from(document.querySelectorAll("table, figure > svg, pre"))
      .filter((one) => { const box = one.getBoundingClientRect(); return box.width === 0 || box.right > (one.closest(".widest") ? lying : innerWidth) + 1; })
      .map((one) => `${one.closest("[id]").id} ${Math.round(one.getBoundingClientRect().width)}`), pixels(297 - 2 * 14));
    assert.deepEqual(cut, []);
    // Long tables and lists are printed as far as their notes say, and whole where a reader has filtered.
    const seen = (all) => all.filter((one) => one.getBoundingClientRect().height > 0).length;
    const rows = await page.$$eval("tbody", (all) => Math.max(...all.map((one) => one.rows.length)));
    assert.ok(rows > 20);
    for (const body of await page.locator("tbody").all()) assert.ok(await body.locator("tr").evaluateAll(seen) <= 20);
    for (const list of await page.locator(".evidence ol").all()) assert.ok(await list.locator("li").evaluateAll(seen) <= 2);
    const notes = await page.locator(".printed").evaluateAll(seen);
    assert.ok(notes > 0);
    const articles = await page.locator("#evidence .evidence").evaluateAll(seen);
    assert.ok(articles > 0 && articles <= 30);
    const search = page.getByLabel("Search sentences");
    const filter = (text) => search.evaluate((input, value) => { input.value = value; input.dispatchEvent(new Event("input")); }, text);
    await filter("partner");
    const found = await page.$$eval("#evidence li:not([hidden])", (all) => all.length);
    assert.equal(await page.locator("#evidence li").evaluateAll(seen), found);
    await filter("");
    const bytes = await page.pdf({ preferCSSPageSize: true, path: process.env.PDF });
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  });
});

test("words from outside stay text", async () => {
  await visit(hostile, {}, async (page) => {
    assert.doesNotMatch(await page.title(), /^ran/);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await page.locator("img, iframe, object, main script:not([type='application/json']), svg[onload]").count(), 0);
    assert.match(await page.locator("#evidence").innerText(), /<\/script><img/);
    const hidden = await page.evaluate(() => document.documentElement.outerHTML.match(/[\u0001-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/));
    assert.equal(hidden, null);
  });
});

test("the page is valid HTML", (context) => {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  for (const url of [report, hostile])
    try {
      execFileSync("java", ["-Xss4m", "-jar", jar, "--errors-only", url.slice("file://".length)], { stdio: "pipe" });
    } catch (failure) {
      if (failure.code === "ENOENT") return context.skip("java is not installed");
      assert.fail(String(failure.stderr).slice(0, 2000));
    }
});
