// Drives one page in Chromium: each line of stdin is a command in JSON, each line of stdout its answer.
// Called with: the executable of Chromium. What a page asks of elsewhere, and its errors, are told by "ended".
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { readFile } from "node:fs/promises";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
let context = null;
let page = null;
let seen = null;
let answerDialogs = true;

const fresh = async ({ width = 1280, scheme = "light", script = true, storage = true, state = null }) => {
  if (context && state === "keep") return;
  await context?.close();
  context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script, acceptDownloads: true });
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
    const files = [];
    page.on("download", (download) => files.push(download));
    if (selector) await page.click(selector);
    else await page.keyboard.press("Control+s");
    for (let turn = 0; files.length < count && turn < 100; turn++) await new Promise((done) => setTimeout(done, 50));
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
