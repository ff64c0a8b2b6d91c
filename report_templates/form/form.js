// The page of a form: shows what the rules say, keeps what is typed, and writes it to files.
// All that people write is text: it is put into fields and text nodes, and never into markup.
(() => {
  const clean = document.documentElement.cloneNode(true); // as it came, for the copy that is saved
  const byId = (id) => document.getElementById(id);
  const held = (id) => JSON.parse(byId(id).textContent);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const texts = held("assess-texts");
  const came = held("assess-answers");
  const rules = new FormRules(held("assess-rules"));
  const language = document.documentElement.lang;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const random = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const when = (at) => new Date(at).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });

  document.documentElement.classList.add("js");
  byId("no-script").remove();
  all("[hidden]").filter((part) => part.matches(".bar, .kept")).forEach((part) => { part.hidden = false; });

  // What is written, by line and by question
  const written = { lines: { ...came.lines }, statuses: { ...came.statuses }, notes: { ...came.notes } };
  let id = came.id ?? null;
  let isSaved = true;

  // The browser's own storage: a convenience, of this copy of the form alone
  const storage = {
    prefix: `assess ${came.form} `,
    key: `assess ${came.form} ${came.copy ?? ""}`,
    works: true,
    attempt(act) {
      try { return act(); } catch { this.works = false; return null; }
    },
    start() {
      this.attempt(() => {
        localStorage.setItem(`${this.prefix}?`, "?");
        localStorage.removeItem(`${this.prefix}?`);
      });
      const text = this.works ? this.attempt(() => localStorage.getItem(this.key)) : null;
      if (!text) { this.say(this.works ? texts.keeps : texts.kept_nothing); return; }
      try {
        const kept = JSON.parse(text);
        for (const part of ["lines", "statuses", "notes"]) written[part] = { ...kept[part] };
        id = kept.id ?? id;
        isSaved = false;
        this.say(filled(texts.restored, { time: when(kept.at) }));
      } catch { this.say(texts.keeps); }
    },
    keep() {
      if (!this.works) return;
      const at = new Date().toISOString();
      this.attempt(() => localStorage.setItem(this.key, JSON.stringify({ ...written, id, at })));
      this.say(this.works ? filled(texts.kept, { time: when(at) }) : texts.kept_nothing);
    },
    clear() {
      this.attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(this.prefix)).forEach((key) => localStorage.removeItem(key)));
    },
    say(text) {
      byId("kept").textContent = text;
      byId("kept").classList.toggle("warn", !this.works);
      byId("clear").hidden = !this.works;
    },
  };
  let waiting = null;
  const keep = () => {
    isSaved = false;
    clearTimeout(waiting);
    waiting = setTimeout(flush, 400);
  };
  const flush = () => {
    if (waiting === null) return;
    clearTimeout(waiting);
    waiting = null;
    storage.keep();
  };

  // The questions of the page
  const questions = all("[data-question]").map((part) => ({
    part,
    name: part.dataset.question,
    area: part.dataset.part,
    label: part.querySelector(".label").firstChild.textContent.trim(),
    answer: part.querySelector(".answer"),
    said: part.querySelector(".said"),
    keys: [...new Set(all("[data-line], [data-month], [data-countries]", part).map((each) => each.dataset.line ?? each.dataset.month ?? each.dataset.countries))],
    shown: [],
  }));
  const byName = new Map(questions.map((question) => [question.name, question]));
  const linesOf = (question) => Object.fromEntries(question.keys.map((key) => [key, written.lines[key] ?? ""]));
  const set = (part, key, text) => {
    if (text) written[part][key] = text;
    else delete written[part][key];
    keep();
  };

  // Reads all answers: what does not hang on others first
  const read = () => {
    const answers = {};
    const readings = {};
    const later = (question) => rules.data.questions[question.name].type === "counts";
    for (const question of [...questions.filter((each) => !later(each)), ...questions.filter(later)]) {
      const reading = rules.read(question.name, linesOf(question), answers);
      readings[question.name] = reading;
      if (reading.value !== null) answers[question.name] = reading.value;
    }
    return { answers, readings };
  };

  let typing = null; // the question in which somebody types: its faults wait until they are done
  const stateOf = (question, reading, findings, isAsked) => {
    if (!isAsked) return "hidden";
    if (Object.keys(reading.faults).length || findings.some((found) => found.kind !== "soft")) return "fault";
    if (reading.value !== null) return "answered";
    if (!reading.isBlank) return "part";
    return written.statuses[question.name] ? "status" : "open";
  };

  const labelOf = (line) => byId(`l-${line}`)?.firstChild.textContent.trim() ?? "";
  const messagesOf = (question, reading, findings) => {
    const found = [];
    const add = (kind, text, hasToWait = false) => found.push({ kind, text, hasToWait });
    for (const [line, fault] of Object.entries(reading.faults)) {
      const text = rules.said(fault);
      add("fault", line === question.name ? text : filled(texts.at_line, { line: labelOf(line), fault: text }), true);
    }
    for (const [line, echo] of Object.entries(reading.echoes)) {
      const text = filled(texts.reads, { number: echo });
      const remark = reading.remarks[line] ? ` (${rules.said(reading.remarks[line])})` : "";
      add("echo", (line === question.name ? text : filled(texts.at_line, { line: labelOf(line), fault: text })) + remark);
    }
    const isSum = (finding) => /shares_(?:below|above)/.test(finding.code ?? "");
    for (const finding of findings.filter((each) => !isSum(each))) {
      const text = finding.kind === "soft" ? texts.explain : texts.check;
      add(finding.kind === "soft" ? "soft" : "fault", filled(text, { fault: rules.said(finding) }), true);
    }
    const status = written.statuses[question.name];
    if (status && !reading.isBlank) add("soft", texts.both, true);
    if (status === "not_applicable" && !(written.notes[question.name] ?? "").trim()) add("soft", texts.why, true);
    if (reading.value === null && !reading.isBlank && !Object.keys(reading.faults).length && reading.running === null) add("soft", texts.partly, true);
    return found;
  };

  const show = (question, reading, findings, isAsked, answers) => {
    const { part } = question;
    const state = stateOf(question, reading, findings, isAsked);
    part.dataset.state = state;
    question.state = state;
    question.answer.hidden = !isAsked;
    const foot = part.querySelector(".foot");
    foot.hidden = !isAsked;
    const notAsked = part.querySelector(".not-asked");
    notAsked.hidden = isAsked;
    if (!isAsked) {
      const { relevant } = rules.data.questions[question.name];
      const because = filled(texts.not_asked, { question: byName.get(relevant.question)?.label ?? relevant.question });
      notAsked.textContent = reading.isBlank ? because : `${because} ${texts.hidden_kept}`;
    }
    const messages = isAsked ? messagesOf(question, reading, findings) : [];
    const isBusy = typing === question.name;
    const visible = messages.filter((each) => !each.hasToWait || !isBusy || question.shown.includes(each.text));
    const now = visible.map((each) => each.text);
    if (now.join("\n") !== question.shown.join("\n")) {
      question.said.replaceChildren(...visible.map(({ kind, text }) => Object.assign(document.createElement("span"), { className: kind, textContent: text })));
      question.shown = now;
    }
    for (const field of all("input[data-line]:not([type=radio], [type=checkbox]), textarea[data-line]", part)) {
      const isWrong = Object.hasOwn(reading.faults, field.dataset.line) && !(isBusy && field === document.activeElement);
      if (isWrong) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    const sum = byId(`sum-${question.name}`);
    if (sum) {
      const text = reading.running ? rules.said(reading.running) : "";
      if (sum.textContent !== text) sum.textContent = text;
      sum.classList.toggle("complete", reading.value !== null);
    }
    for (const meaning of all("[data-meaning-of]", part)) {
      const chosen = part.querySelector(`input[name="${CSS.escape(meaning.dataset.meaningOf)}"]:checked`);
      meaning.textContent = chosen ? chosen.dataset.meaning : "";
    }
    part.querySelector("[data-undo]").hidden = reading.isBlank || !isAsked;
    return { state, answers };
  };

  const counted = (list) => {
    const asked = list.filter(({ name, state }) => state !== "hidden" && rules.data.questions[name].required);
    return { asked: asked.length, answered: asked.filter(({ state }) => state === "answered" || state === "status").length };
  };
  const isOpen = ({ name, state }) => state === "fault" || state === "part" || (state === "open" && rules.data.questions[name].required);

  const update = () => {
    const { answers, readings } = read();
    for (const question of questions) {
      const isAsked = rules.isAsked(question.name, answers);
      const findings = isAsked ? rules.findings(question.name, answers) : [];
      show(question, readings[question.name], findings, isAsked, answers);
    }
    const total = counted(questions);
    byId("progress").max = total.asked || 1;
    byId("progress").value = total.answered;
    byId("count").textContent = filled(texts.count, total);
    for (const place of all("[data-area]")) {
      const area = counted(questions.filter((question) => question.area === place.dataset.area));
      place.textContent = area.asked ? filled(texts.area, area) : texts.optional;
      place.closest("li").classList.toggle("complete", area.asked > 0 && area.asked === area.answered);
    }
    showOpen();
  };

  const showOpen = () => {
    const open = questions.filter(isOpen);
    byId("summed").textContent = open.length ? texts.still_open : texts.all_done;
    byId("saved-open").textContent = open.length ? texts.still_open : "";
    byId("next").disabled = !open.length;
    const areas = [...new Set(open.map((question) => question.area))];
    byId("open").replaceChildren(...areas.flatMap((area) => {
      const heading = document.createElement("h3");
      heading.textContent = byId(`a-${area}`).textContent;
      const list = document.createElement("ul");
      list.className = "open";
      list.append(...open.filter((question) => question.area === area).map((question) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = `#q-${question.name}`;
        link.dataset.to = question.name;
        link.textContent = question.label;
        const state = document.createElement("small");
        state.textContent = texts[`state_${question.state}`] ?? "";
        item.append(link, " ", state);
        return item;
      }));
      return [heading, list];
    }));
  };

  // Puts what is written into the fields
  const fill = () => {
    for (const field of all("[data-line]")) {
      const text = written.lines[field.dataset.line] ?? "";
      if (field.type === "radio") field.checked = field.value === text;
      else if (field.type === "checkbox") field.checked = text === "yes";
      else field.value = text;
    }
    for (const field of all("[data-none]")) {
      const { keys } = byName.get(field.dataset.none);
      field.checked = keys.every((key) => written.lines[key] === "no");
    }
    for (const place of all("[data-month]")) {
      const text = written.lines[place.dataset.month] ?? "";
      const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(text) ?? [null, text, ""];
      place.querySelector("[data-month-part=year]").value = year.replace(/-\d\d$/, "");
      place.querySelector("[data-month-part=month]").value = month ? String(Number(month)) : String(Number(/-(\d\d)$/.exec(text)?.[1] ?? 0) || "");
    }
    for (const place of all("[data-countries]")) showCountries(place);
    for (const field of all("[data-status]")) field.value = written.statuses[field.dataset.status] ?? "";
    for (const field of all("[data-note]")) field.value = written.notes[field.dataset.note] ?? "";
    for (const { part, name } of questions) {
      const beside = part.querySelector(".beside");
      if (beside) beside.open = Boolean(written.statuses[name] || written.notes[name]);
    }
    for (const more of all(".more-stories")) more.open = all("[data-line]", more).some((field) => written.lines[field.dataset.line]);
    for (const field of all("textarea")) grow(field);
  };
  const grow = (field) => {
    field.style.height = "auto";
    if (field.scrollHeight > field.clientHeight) field.style.height = `${Math.min(field.scrollHeight + 4, 480)}px`;
  };

  // Countries: names from the list, kept by their codes
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const countries = rules.data.countries ?? [];
  const countryOf = (text) => countries.find(([code, name]) => code.toLowerCase() === folded(text) || folded(name) === folded(text));
  const chosenCountries = (key) => {
    const text = written.lines[key] ?? "";
    return text === "none" ? [] : text.split(";").map((code) => code.trim()).filter(Boolean);
  };
  const showCountries = (place) => {
    const key = place.dataset.countries;
    place.querySelector("[data-no-country]").checked = written.lines[key] === "none";
    place.querySelector(".chips").replaceChildren(...chosenCountries(key).map((code) => {
      const item = document.createElement("li");
      const name = countries.find(([each]) => each === code)?.[1] ?? code;
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×", className: "quiet" });
      button.setAttribute("aria-label", filled(texts.remove, { country: name }));
      button.dataset.remove = code;
      item.append(name, " ", button);
      return item;
    }));
  };
  const addCountry = (place) => {
    const field = place.querySelector("[data-country]");
    const typed = field.value.trim();
    if (!typed) return;
    const found = countryOf(typed);
    const key = place.dataset.countries;
    const question = questions.find((each) => each.keys.includes(key));
    if (!found) {
      typing = null;
      update();
      question.said.replaceChildren(Object.assign(document.createElement("span"), { className: "fault", textContent: filled(texts.no_such_country, { name: typed }) }));
      question.shown = ["?"];
      return;
    }
    set("lines", key, [...new Set([...chosenCountries(key), found[0]])].join("; "));
    field.value = "";
    showCountries(place);
    update();
  };

  // What somebody does on the page
  const questionOf = (element) => element.closest?.("[data-question]")?.dataset.question ?? null;
  const isText = (field) => field.matches("textarea, input:not([type=radio], [type=checkbox])");
  document.addEventListener("input", ({ target }) => {
    const { line, mark, none, status, note, monthPart } = target.dataset;
    typing = isText(target) ? questionOf(target) : null;
    if (target.matches("textarea")) grow(target);
    if (none) {
      for (const key of byName.get(none).keys) set("lines", key, target.checked ? "no" : "");
      fill();
    } else if (mark) {
      set("lines", line, target.checked ? "yes" : "");
      for (const key of byName.get(mark).keys) if (written.lines[key] === "no") set("lines", key, "");
      all(`[data-none="${CSS.escape(mark)}"]`).forEach((field) => { field.checked = false; });
    } else if (line) set("lines", line, target.value);
    else if (monthPart) {
      const place = target.closest("[data-month]");
      const year = place.querySelector("[data-month-part=year]").value.trim();
      const month = place.querySelector("[data-month-part=month]").value;
      set("lines", place.dataset.month, month ? `${year}-${month.padStart(2, "0")}` : year);
    } else if (status !== undefined) set("statuses", status, target.value);
    else if (note !== undefined) set("notes", note, target.value);
    else if (target.matches("[data-no-country]")) {
      const place = target.closest("[data-countries]");
      set("lines", place.dataset.countries, target.checked ? "none" : "");
      showCountries(place);
    } else return;
    update();
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-country]")) addCountry(target.closest("[data-countries]"));
    if (questionOf(target) === null) return;
    typing = null;
    update();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    } else if (event.key === "Enter" && event.target.matches?.("[data-country]")) {
      event.preventDefault();
      addCountry(event.target.closest("[data-countries]"));
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button, a");
    if (!button) return;
    if (button.dataset.save !== undefined) save();
    if (button.dataset.add !== undefined) addCountry(button.closest("[data-countries]"));
    if (button.dataset.remove) {
      const place = button.closest("[data-countries]");
      set("lines", place.dataset.countries, chosenCountries(place.dataset.countries).filter((code) => code !== button.dataset.remove).join("; "));
      showCountries(place);
      place.querySelector("[data-country]").focus();
      update();
    }
    if (button.dataset.undo) {
      const question = byName.get(button.dataset.undo);
      for (const key of question.keys) set("lines", key, "");
      fill();
      update();
      goTo(question);
    }
    if (button.dataset.to) {
      event.preventDefault();
      goTo(byName.get(button.dataset.to));
    }
  });
  byId("next").addEventListener("click", () => {
    const from = questions.findIndex((question) => question.part === current);
    const order = [...questions.slice(from + 1), ...questions.slice(0, from + 1)];
    const next = order.find(isOpen);
    if (next) goTo(next);
  });
  let current = null;
  document.addEventListener("focusin", ({ target }) => { current = target.closest("[data-question]") ?? current; });
  const goTo = (question) => {
    current = question.part;
    question.part.scrollIntoView({ block: "center" });
    const field = all("input, select, textarea, button", question.answer).find((each) => each.checkVisibility?.() ?? each.offsetParent !== null);
    (field ?? question.part).focus({ preventScroll: true });
  };

  byId("clear").addEventListener("click", () => {
    if (!confirm(texts.clear_sure)) return;
    clearTimeout(waiting);
    waiting = null;
    storage.clear();
    for (const part of ["lines", "statuses", "notes"]) written[part] = { ...came[part] };
    isSaved = true;
    fill();
    update();
    storage.say(texts.cleared);
  });
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  addEventListener("beforeunload", (event) => { if (!storage.works && !isSaved) event.preventDefault(); });

  // The two files: the answers, and this form with the answers in it
  const content = () => {
    id ??= random();
    return { ...came, id, copy: random(), saved_at: new Date().toISOString(), ...written };
  };
  const named = (kind, ending) => {
    const whose = (came.organisation ?? came.kind).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
    return `${whose || came.kind}-${kind}.${ending}`;
  };
  const download = (name, text, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const files = {
    answersName: named(texts.answers_file, "json"),
    copyName: named(texts.copy_file, "html"),
    answers() { download(this.answersName, `${JSON.stringify(content(), null, 1)}\n`, "application/json"); },
    copy() {
      const data = JSON.stringify(content()).replaceAll("<", "\\u003c");
      clean.querySelector("#assess-answers").textContent = data;
      download(this.copyName, `<!DOCTYPE html>\n${clean.outerHTML}`, "text/html");
    },
  };
  const save = () => {
    typing = null;
    update();
    files.answers();
    files.copy();
    isSaved = true;
    flush();
    storage.keep();
    byId("answers-name").textContent = files.answersName;
    byId("copy-name").textContent = files.copyName;
    if (!byId("saved").open) byId("saved").showModal();
  };
  byId("answers-again").addEventListener("click", () => files.answers());
  byId("copy-again").addEventListener("click", () => files.copy());
  byId("saved-close").addEventListener("click", () => byId("saved").close());

  storage.start();
  fill();
  update();
})();
