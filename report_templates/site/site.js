// Filter, sort, search and the status of today. Everything is on the pages without it, too.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const published = document.body.dataset.on;
  const day = today > published ? today : published;
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // A life is written as its first status, then |YYYY-MM-DD and the status from that day on.
  const statusOn = (life, on) => {
    const [first, ...turns] = life.split("|");
    return turns.reduce((held, turn) => (turn.slice(0, 10) <= on ? turn.slice(10) : held), first);
  };

  for (const row of document.querySelectorAll("[data-life]")) {
    const cell = row.querySelector(".status");
    const status = statusOn(row.dataset.life, day);
    if (cell && cell.textContent !== status) {
      cell.textContent = status;
      cell.dataset.status = status;
    }
  }

  // Sorting by any column
  for (const table of document.querySelectorAll("table[data-sorted]")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows];
        const key = new Map(rows.map((row) => [row, row.cells[place].textContent.trim()]));
        const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
        rows.sort((one, other) => order.compare(key.get(one), key.get(other)) * (down ? -1 : 1));
        table.tBodies[0].append(...rows);
      });
    });
  }

  // Filtering the rows of a page
  for (const form of document.querySelectorAll("form[data-filter]")) {
    const table = document.getElementById(form.dataset.filter);
    const rows = [...table.tBodies[0].rows];
    const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
    const cellOf = { status: 5, level: 3 };
    const selects = [...form.querySelectorAll("select")];
    for (const select of selects) {
      const words = new Set(rows.map((row) => row.cells[cellOf[select.id]].textContent.trim()));
      for (const word of [...words].sort()) select.append(new Option(word, word));
    }
    const show = () => {
      const wanted = folded(form.querySelector("input").value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const row of rows) {
        const fits =
          wanted.every((word) => texts.get(row).includes(word)) &&
          selects.every((one) => !one.value || row.cells[cellOf[one.id]].textContent.trim() === one.value);
        row.hidden = !fits;
        count += fits;
      }
      form.querySelector("[data-count]").textContent = `${count} of ${rows.length} shown`;
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    show();
  }

  // Searching all labels
  const search = document.querySelector("form[data-search]");
  if (search) {
    const input = search.querySelector("input");
    const table = search.querySelector("table");
    const most = 100;
    let texts = null;
    const show = () => {
      const register = window.REGISTER;
      const wanted = folded(input.value).split(/\s+/).filter(Boolean);
      const body = table.tBodies[0];
      body.replaceChildren();
      table.hidden = wanted.length === 0;
      if (!register || wanted.length === 0) {
        document.getElementById("found").textContent = "";
        return;
      }
      texts ??= register.labels.map(([, name, country, portfolio, level]) =>
        folded(`${name} ${register.countries[country]} ${register.portfolios[portfolio]} ${level}`));
      const found = register.labels.filter((_, place) => wanted.every((word) => texts[place].includes(word)));
      for (const [id, name, country, , level, until, life] of found.slice(0, most)) {
        const row = body.insertRow();
        const head = document.createElement("th");
        head.scope = "row";
        const link = document.createElement("a");
        link.href = `label/${id}.html`;
        link.textContent = name;
        head.append(link);
        row.append(head);
        for (const text of [register.countries[country], level, until.replaceAll("-", "/") || "not stated"]) {
          row.insertCell().textContent = text;
        }
        const cell = row.insertCell();
        cell.className = "status";
        cell.textContent = cell.dataset.status = statusOn(life, day);
      }
      const shown = found.length > most ? `, the first ${most} are shown` : "";
      document.getElementById("found").textContent = `${found.length} of ${register.labels.length} labels${shown}`;
    };
    input.addEventListener("input", show);
    search.addEventListener("submit", (event) => event.preventDefault());
    if (input.value) show();
  }

  // Valid on a day?
  const check = document.querySelector("form[data-check]");
  if (check) {
    const input = check.querySelector("input");
    const spanOn = (which, on) => {
      for (const row of document.querySelectorAll(`table[data-spans="${which}"] tbody tr`)) {
        const { first, last } = row.dataset;
        if ((!first || first <= on) && (!last || on <= last)) return row.cells[2].textContent;
      }
      return "";
    };
    const show = () => {
      const on = input.value;
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on);
      check.querySelector("[data-now]").textContent = isDay ? `On ${on}: ${spanOn("now", on)}, as known on ${published}.` : "Choose a day.";
      check.querySelector("[data-then]").textContent = isDay && on <= published ? `As known then: ${spanOn("then", on)}.` : "";
    };
    input.value = day;
    input.addEventListener("input", show);
    check.addEventListener("submit", (event) => event.preventDefault());
    show();
  }
})();
