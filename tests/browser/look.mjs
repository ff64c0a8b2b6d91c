// Opens published pages in Chromium and tells what it sees, as one JSON document on stdout.
// Called with: the executable of Chromium, the folder of the pages, the id of a label on them.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [executablePath, folder, labelId] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".xml": "application/atom+xml", ".json": "application/json" };

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  try {
    if (!path.startsWith("/labels/of/europe/")) throw new Error("outside");
    const file = join(folder, normalize(path.slice("/labels/of/europe/".length)));
    const content = await readFile(file);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(content);
  } catch {
    response.writeHead(404);
    response.end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const bases = {
  file: `${pathToFileURL(folder).href}/`,
  path: `http://127.0.0.1:${server.address().port}/labels/of/europe/`,
};

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const seen = { outside: [], failed: [], errors: [], violations: [], bases: {} };

const open = async (options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!Object.values(bases).some((base) => url.startsWith(base)) && !url.startsWith("data:")) seen.outside.push(url);
  });
  page.on("requestfailed", (request) => seen.failed.push(request.url()));
  page.on("response", (response) => { if (response.status() >= 400 && !response.url().endsWith("favicon.ico")) seen.failed.push(response.url()); });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("favicon")) seen.errors.push(message.text()); });
  return page;
};
const rowsShown = (page) => page.locator("#labels tbody tr:visible th").allInnerTexts();

for (const [name, base] of Object.entries(bases)) {
  const page = await open({});
  const found = {};
  await page.goto(`${base}index.html`);
  found.title = await page.title();
  found.countries = await page.locator("section[aria-labelledby=countries] tbody tr").count();
  await page.fill("#search", "alfa ict");
  await page.locator("form[data-search] tbody tr").first().waitFor();
  found.searched = await page.locator("form[data-search] tbody tr").allInnerTexts();
  found.searchedCount = await page.locator("#found").innerText();
  await page.locator("form[data-search] tbody a").first().click();
  found.afterSearch = await page.locator("h1").innerText();

  await page.goto(`${base}country/mlt.html`);
  found.rows = await rowsShown(page);
  await page.fill("#wanted", "alfa");
  found.filtered = await rowsShown(page);
  await page.fill("#wanted", "");
  await page.selectOption("#status", "valid");
  found.valid = await rowsShown(page);
  found.count = await page.locator("[data-count]").innerText();
  await page.selectOption("#status", "");
  const until = page.locator("#labels thead button").nth(4);
  await until.click();
  found.sortedUp = await rowsShown(page);
  found.sortState = await page.locator("#labels thead th").nth(4).getAttribute("aria-sort");
  await until.click();
  found.sortedDown = await rowsShown(page);

  await page.goto(`${base}label/${labelId}.html`);
  found.label = await page.locator("h1").innerText();
  found.answers = {};
  for (const day of ["2023-03-31", "2023-07-01", "2026-03-31", "2026-04-01"]) {
    await page.fill("#day", day);
    found.answers[day] = (await page.locator(".answer").innerText()).split("\n");
  }
  found.badge = await page.locator("img").evaluate((image) => image.complete && image.naturalWidth > 100);
  seen.bases[name] = found;
  await page.context().close();
}

// A programme asks for a day
{
  const page = await open({});
  await page.goto(`${bases.file}programmes.html`);
  await page.fill("#search", "delta");
  seen.onDays = {};
  for (const day of ["2018-06-30", "2019-03-01"]) {
    await page.fill("#on", day);
    await page.locator("form[data-search] tbody tr").first().waitFor();
    seen.onDays[day] = await page.locator("form[data-search] tbody .status").allInnerTexts();
  }
  await page.context().close();
}

// Without scripts a reader is offered the language of the browser, here English, and may switch on any page
{
  const page = await open({ javaScriptEnabled: false });
  const found = {};
  // A page that is left before all of it is there counts as one that lacks something
  const click = async (link) => {
    await link.click();
    await page.waitForLoadState("load");
  };
  const offered = () => page.locator(".offer a:visible").allTextContents();
  await page.goto(`${bases.file}country/mlt.html`);
  found.onEnglish = await offered();
  await click(page.locator(".languages nav a[hreflang=de]"));
  found.german = [await page.locator("html").getAttribute("lang"), await page.locator("h1").innerText()];
  await click(page.locator("#labels tbody th a").first());
  found.label = await page.locator("h1").innerText();
  found.onGerman = await offered();
  await click(page.locator(".languages nav a[hreflang=pl]"));
  await click(page.locator(".path a"));
  found.polish = [await page.locator("html").getAttribute("lang"), await page.locator("h1").innerText()];
  await click(page.locator(".offer a:visible"));
  await page.waitForURL("**/country/mlt.html");
  found.english = [await page.locator("html").getAttribute("lang"), new URL(page.url()).pathname.split("/").slice(-2).join("/")];
  seen.switched = found;
  await page.context().close();
}

// The search works in each language, with the names of that language
{
  const page = await open({});
  seen.searchedIn = {};
  for (const language of ["de", "pl"]) {
    await page.goto(`${bases.path}${language}/index.html`);
    await page.fill("#search", "norge");
    await page.locator("form[data-search] tbody tr").first().waitFor();
    const row = (await page.locator("form[data-search] tbody tr").first().innerText()).split("\t");
    await page.locator("form[data-search] tbody a").first().click();
    await page.waitForLoadState("load");
    seen.searchedIn[language] = [...row.slice(0, 2), await page.locator("html").getAttribute("lang")];
  }
  await page.context().close();
}

// The map can be walked by keyboard, and a country opened
{
  const page = await open({});
  await page.goto(`${bases.file}index.html`);
  const country = page.locator(".map a").first();
  await country.focus();
  seen.mapSays = await country.getAttribute("aria-label");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/country/*.html");
  seen.mapLeadsTo = await page.locator("h1").innerText();
  await page.context().close();
}

// Without scripts everything is there, and nothing that needs them is shown
{
  const page = await open({ javaScriptEnabled: false });
  const found = {};
  await page.goto(`${bases.file}index.html`);
  found.searchShown = await page.locator("#search").isVisible();
  await page.locator("section[aria-labelledby=countries] tbody a").first().click();
  found.filterShown = await page.locator("#wanted").isVisible();
  found.rows = await rowsShown(page);
  await page.locator("#labels tbody th a").first().click();
  found.heading = await page.locator("h1").innerText();
  await page.locator("details summary").last().click();
  found.spans = await page.locator("table[data-spans=now] tbody tr").allInnerTexts();
  found.status = await page.locator(".big .status").innerText();
  await page.goto(`${bases.file}organisations.html`);
  found.all = await page.locator(".az tbody th").allInnerTexts();
  seen.withoutScripts = found;
  await page.context().close();
}

// A page read years later shows the status of that day
{
  const page = await open({});
  await page.clock.setFixedTime(new Date("2031-01-01T12:00:00"));
  await page.goto(`${bases.file}country/mlt.html`);
  seen.later = await page.locator("#labels tbody .status").allInnerTexts();
  await page.context().close();
}

seen.sideways = [];
const PATHS = [
  "index.html", "organisations.html", "programmes.html", "about.html", "imprint.html", "404.html", "verify.html",
  "country/mlt.html", "portfolio/ict.html", `label/${labelId}.html`,
];
// Words are of other lengths in other languages: what is narrow shows it first
const NARROW = 390;
const TRANSLATED = ["de", "pl"].flatMap((code) => ["index.html", "verify.html", "country/mlt.html", `label/${labelId}.html`].map((path) => `${code}/${path}`));
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 1024, 390]) {
    const page = await open({ colorScheme, viewport: { width, height: 900 } });
    for (const path of width === NARROW ? [...PATHS, ...TRANSLATED] : PATHS) {
      await page.goto(bases.file + path);
      if (path.endsWith("index.html") || path === "programmes.html") {
        await page.fill("#search", "a");
        await page.locator("form[data-search] tbody tr").first().waitFor();
      }
      for (const details of await page.locator("details").all()) await details.evaluate((one) => { one.open = true; });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (tooWide) seen.sideways.push(`${width} ${path}`);
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], preload: false }));
      for (const one of violations) {
        seen.violations.push(`${colorScheme} ${width} ${path}: ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
      }
    }
    await page.context().close();
  }
}

// No width between those of desks and telephones makes anything scroll sideways
for (const width of [900, 720, 500, 320]) {
  const page = await open({ viewport: { width, height: 900 } });
  for (const path of [...PATHS, ...TRANSLATED]) {
    await page.goto(bases.file + path);
    for (const details of await page.locator("details").all()) await details.evaluate((one) => { one.open = true; });
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) seen.sideways.push(`${width} ${path}`);
  }
  await page.context().close();
}

await browser.close();
server.close();
process.stdout.write(JSON.stringify(seen));
