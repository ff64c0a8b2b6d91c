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
    if (row.dataset.shows) row.dataset.shows = status;
  }
  for (const said of document.querySelectorAll("[data-today]")) said.textContent = said.dateTime = day;

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

  // Searching all organisations; the index is fetched when the field is first used
  const search = document.querySelector("form[data-search]");
  if (search) {
    const input = search.querySelector("input");
    const table = search.querySelector("table");
    const said = document.getElementById("found");
    const most = 50;
    let engine = null;
    let loading = false;
    const load = () => {
      if (loading) return;
      loading = true;
      const root = search.dataset.root;
      const fetched = (address) => new Promise((done) => {
        const script = document.createElement("script");
        script.src = address;
        script.addEventListener("load", done);
        document.head.append(script);
      });
      // The rule is shared by all languages; each has its own names of countries and portfolios.
      Promise.all([fetched(`${search.dataset.shared}search.js`), fetched(`${root}labels.js`)]).then(() => {
        engine = new RegisterSearch(window.REGISTER);
        show();
      });
    };
    const onDay = document.getElementById("on");
    const asked = () => (onDay && /^\d{4}-\d{2}-\d{2}$/.test(onDay.value) ? onDay.value : day);
    // The label that stands for an organisation: the first that was valid on the day, or the newest
    const leading = (labels) => {
      const lives = labels.map((label) => [label, engine.register.statuses[statusOn(label[4], asked())]]);
      return lives.find(([, status]) => status === "valid") ?? lives[0];
    };
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    const row = ({ said: [name], country, labels }) => {
      const [[id, portfolio, level, until, life], status] = leading(labels);
      const line = table.tBodies[0].insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      const link = document.createElement("a");
      link.href = `${search.dataset.root}label/${id}.html`;
      link.textContent = name;
      head.append(link);
      line.append(head);
      line.insertCell().textContent = engine.register.countries[country][0];
      line.insertCell().textContent = level;
      const end = line.insertCell();
      end.className = "day";
      end.textContent = until || said.dataset.unstated;
      const cell = line.insertCell();
      cell.className = "status";
      cell.dataset.status = status;
      cell.textContent = inWords(status);
      [...line.cells].slice(1).forEach((told, place) => { told.dataset.head = heads[place + 1]; });
    };
    const show = () => {
      if (!input.value.trim() || !engine) {
        table.hidden = true;
        said.textContent = input.value.trim() ? said.dataset.loading : "";
        if (input.value.trim()) load();
        return;
      }
      const found = engine.find(input.value);
      table.tBodies[0].replaceChildren();
      table.hidden = found.length === 0;
      found.slice(0, most).forEach((line) => row(engine.organisation(line)));
      const form = found.length > most ? said.dataset.cut : said.dataset.found;
      said.textContent = filled(form, { found: found.length, all: engine.count, most });
    };
    input.addEventListener("focus", load, { once: true });
    search.addEventListener("input", show);
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
