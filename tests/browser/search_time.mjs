// Tells how many milliseconds the search of published pages takes in Chromium, as JSON on stdout.
// Called with: the executable of Chromium, the folder of the pages.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await (await browser.newContext()).newPage();
await page.goto(`${pathToFileURL(folder).href}/index.html`);
const took = await page.evaluate(async () => {
  const input = document.getElementById("search");
  const said = document.getElementById("found");
  const searched = async (text) => {
    said.textContent = "";
    const start = performance.now();
    const shown = new Promise((done) => {
      const look = new MutationObserver(() => {
        if (!/\d/.test(said.textContent)) return;
        look.disconnect();
        done(performance.now() - start);
      });
      look.observe(said, { childList: true });
    });
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return shown;
  };
  return {
    "first, with loading": await searched("nordic"),
    "as typed": await searched("nordic ener"),
    "first wrong letter": await searched("nordc enrgy"),
    "next wrong letter": await searched("digtal helth"),
    "country in another language": await searched("norwegen"),
  };
});
await browser.close();
process.stdout.write(JSON.stringify(took));
