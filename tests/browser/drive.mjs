// Drives one page in a browser: each line of stdin is a command in JSON, each line of stdout its answer.
// Called with: "chromium" or "firefox", and its executable. What a page asks of elsewhere, and its errors,
// are told by "ended". Firefox is driven as everybody has it, by WebDriver BiDi.
import { copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { chromium, firefox } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [kind, executablePath] = process.argv.slice(2);
const isFirefox = kind === "firefox";
const downloadsPath = await mkdtemp(`${tmpdir()}/downloads-`);
const started = ({ scheme = "light", script = true } = {}) =>
  isFirefox
    ? firefox.launch({
        executablePath, downloadsPath, channel: "moz-firefox",
        firefoxUserPrefs: { "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1, "javascript.enabled": script },
      })
    : chromium.launch({ executablePath, args: ["--no-sandbox"] });
let browser = await started();
let context = null;
let page = null;
let seen = null;
let answerDialogs = true;

const fresh = async ({ width = 1280, scheme = "light", script = true, storage = true, state = null }) => {
  if (context && state === "keep") return;
  await context?.close();
  if (isFirefox) {  // it knows colours and scripts by preferences alone
    await browser.close();
    browser = await started({ scheme, script });
  }
  const told = isFirefox ? {} : { colorScheme: scheme, javaScriptEnabled: script };
  context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true, ...told });
  seen = { outside: [], errors: [] };
  if (!storage) await context.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }));
};
const opened = async (address) => {
  await page?.close();
  page = await context.newPage();
  page.on("request", (request) => { if (!/^(?:file|data|blob):/.test(request.url())) seen.outside.push(request.url()); });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") seen.errors.push(message.text()); });
  page.on("dialog", (dialog) => (answerDialogs ? dialog.accept() : dialog.dismiss()));
  await page.goto(address);
};
const pause = () => new Promise((done) => setTimeout(done, 50));
const save = async (selector) => {
  if (selector) await page.click(selector);
  else await page.keyboard.press("Control+s");
};
const commands = {
  fresh,
  open: ({ address }) => opened(address),
  evaluate: ({ expression }) => page.evaluate(expression),
  fill: async ({ selector, text }) => { await page.fill(selector, text); await page.locator(selector).blur(); },
  type: ({ text }) => page.keyboard.type(text),
  press: ({ key }) => page.keyboard.press(key),
  click: ({ selector }) => page.click(selector),
  check: ({ selector }) => page.locator(selector).setChecked(true, { force: true }),
  select: ({ selector, value }) => page.selectOption(selector, value),
  text: ({ selector }) => page.locator(selector).innerText(),
  texts: ({ selector }) => page.locator(selector).allInnerTexts(),
  visible: ({ selector }) => page.locator(selector).first().isVisible(),
  picture: ({ path, whole = false }) => page.screenshot({ path, fullPage: whole }).then(() => null),
  scheme: ({ scheme }) => page.emulateMedia({ colorScheme: scheme }),
  async downloads({ selector, folder, count }) {
    if (isFirefox) {  // it tells of no download, and lays the files down under their own names
      for (const name of await readdir(downloadsPath)) await rm(`${downloadsPath}/${name}`);
      await save(selector);
      let names = [];
      for (let turn = 0; (names.length < count || names.some((name) => name.endsWith(".part"))) && turn < 100; turn++) {
        await pause();
        names = await readdir(downloadsPath);
      }
      for (const name of names) {
        await copyFile(`${downloadsPath}/${name}`, `${folder}/${name}`);
        await rm(`${downloadsPath}/${name}`);
      }
      return names;
    }
    const files = [];
    page.on("download", (download) => files.push(download));
    await save(selector);
    for (let turn = 0; files.length < count && turn < 100; turn++) await pause();
    page.removeAllListeners("download");
    const names = [];
    for (const file of files) {
      await file.saveAs(`${folder}/${file.suggestedFilename()}`);
      names.push(file.suggestedFilename());
    }
    return names;
  },
  async axe() {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], preload: false }));
    return violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  },
  wide: () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ended: () => seen,
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...options } = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await commands[command](options)) ?? null };
  } catch (error) {
    answer = { fault: String(error).slice(0, 2000) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
await rm(downloadsPath, { recursive: true });
