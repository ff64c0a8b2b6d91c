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
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const statuses = JSON.parse(document.body.dataset.statuses);
  const inWords = (status) => statuses[status] ?? status;
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // A life is written as its first status, then |YYYY-MM-DD and the status from that day on.
  const statusOn = (life, on) => {
    const [first, ...turns] = life.split("|");
    return turns.reduce((held, turn) => (turn.slice(0, 10) <= on ? turn.slice(10) : held), first);
  };

  for (const row of document.querySelectorAll("[data-life]")) {
    const cell = row.querySelector(".status");
    const status = statusOn(row.dataset.life, day);
    if (cell && cell.dataset.status !== status) {
      cell.textContent = inWords(status);
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
        const order = new Intl.Collator(root.lang, { numeric: true, sensitivity: "base" });
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
      const said = form.querySelector("[data-count]");
      said.textContent = filled(said.dataset.count, { shown: count, all: rows.length });
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
    const said = document.getElementById("found");
    let texts = null;
    const show = () => {
      const register = window.REGISTER;
      const wanted = folded(input.value).split(/\s+/).filter(Boolean);
      const body = table.tBodies[0];
      body.replaceChildren();
      table.hidden = wanted.length === 0;
      if (!register || wanted.length === 0) {
        said.textContent = "";
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
        for (const text of [register.countries[country], level, until.replaceAll("-", "/") || said.dataset.unstated]) {
          row.insertCell().textContent = text;
        }
        const cell = row.insertCell();
        cell.className = "status";
        cell.dataset.status = statusOn(life, day);
        cell.textContent = inWords(cell.dataset.status);
      }
      const form = found.length > most ? said.dataset.cut : said.dataset.found;
      said.textContent = filled(form, { found: found.length, all: register.labels.length, most });
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
      const known = check.querySelector("[data-now]");
      known.textContent = isDay
        ? filled(known.dataset.now, { day: on, status: spanOn("now", on), published })
        : known.dataset.none;
      const then = check.querySelector("[data-then]");
      then.textContent = isDay && on <= published ? filled(then.dataset.then, { status: spanOn("then", on) }) : "";
    };
    input.value = day;
    input.addEventListener("input", show);
    check.addEventListener("submit", (event) => event.preventDefault());
    show();
  }
})();
