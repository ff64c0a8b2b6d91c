// The rules of a form: reads what was typed, and says what does not fit. It knows nothing of the page.
// They are those of assess/core/case/reading and assess/core/case/checking.py; words, limits, sums and routes
// come with the form as data. tests/form_rules.toml holds this file and the program to one another.
"use strict";
const FormRules = (() => {
  const BLANK = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu;
  const SIGN = /^[-+−]|[-+−]$/u;
  const PERCENT = /^(?:%|percent|pct|prozent|procent|pourcent|proc|(?:per|pour|p\.) cent)$/u;
  const ROUGH = /^(?:(?:ca|some|over|under)(?![\p{L}\p{N}_])|circa|about|around|approx|roughly|etwa|rund|ungefähr|environ|plus de|cirka|omkring|około|ok\.|~|≈|<|>|≤|≥)/iu;
  const DAY = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?$/u;
  const MONTH = /^[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?$/;
  const WITHOUT_SCHEME = /^[^\s/@:?#]+\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;

  const trimmed = (text) => text.replace(BLANK, "");
  // Without blanks around it, and without the signs of no width that come along with what is copied
  const stripped = (text) => trimmed(text.replace(/\p{Cf}/gu, ""));
  const quoted = (text) => `'${[...text].length <= 40 ? text : [...text].slice(0, 37).join("") + "..."}'`;
  const fault = (code, values = {}) => ({ code: `case.${code}`, values });

  // A decimal number kept exactly: its digits, how many of them are decimals, and its sign
  class Exact {
    constructor(digits, places = 0, negative = false) { Object.assign(this, { digits, places, negative }); }
    static of(whole, decimals = "") { return new Exact(whole + decimals, decimals.length); }
    times(zeros) { return new Exact(this.digits + "0".repeat(zeros), this.places, this.negative); }
    turned() { return new Exact(this.digits, this.places, !this.negative); }
    get written() {
      const padded = this.digits.padStart(this.places + 1, "0");
      const at = padded.length - this.places;
      const whole = padded.slice(0, at).replace(/^0+(?=\d)/, "");
      const decimals = padded.slice(at).replace(/0+$/, "");
      return (this.negative ? "-" : "") + whole + (decimals && `.${decimals}`);
    }
    get number() { return Number(this.written) + 0; }
  }

  class Unread extends Error {
    constructor(code = "number_unreadable", word = "") { super(code); this.code = code; this.word = word; }
  }

  // The words before or behind a number: what it is multiplied by, and of what it is
  class Words {
    constructor(text, allowed, numbers) {
      Object.assign(this, { numbers, factors: null, isPercentage: false, currency: null, needsMoney: "" });
      const low = text.toLowerCase().split(/[\s\x1c-\x1f\x85]+/u).filter(Boolean).join(" ");
      if (PERCENT.test(low.replace(/\.+$/, ""))) { this.isPercentage = true; return; }
      for (const word of low.split(" ").filter(Boolean)) {
        const bare = word.replace(/\.+$/, "");
        if (Object.hasOwn(numbers.currencies, bare) || !allowed.includes(word)) this.take(bare);
      }
    }
    take(word) {
      const { currencies } = this.numbers;
      if (Object.hasOwn(currencies, word)) { this.money(currencies[word]); return; }
      if (this.multiplies(word)) { this.multiply(word); return; }
      for (const [name, currency] of Object.entries(currencies)) {
        if (!word.endsWith(name)) continue;
        const factor = word.slice(0, word.length - name.length).replace(/\.+$/, "");
        if (this.multiplies(factor)) { this.multiply(factor); this.money(currency); return; }
      }
      if (/\p{L}/u.test(word)) throw new Unread("number_unknown_word", [...word].slice(0, 20).join(""));
      if (word) throw new Unread();
    }
    multiplies(word) { return Object.hasOwn(this.numbers.multiples, word) || Object.hasOwn(this.numbers.beside_money, word); }
    money(currency) {
      if (this.currency !== null) throw new Unread();
      this.currency = currency;
    }
    multiply(word) {
      if (this.factors) throw new Unread();
      if (Object.hasOwn(this.numbers.beside_money, word)) this.needsMoney = word;
      this.factors = this.numbers.multiples[word] ?? this.numbers.beside_money[word];
    }
  }

  class NumberReader {
    constructor(numbers) {
      this.numbers = numbers;
      const spaces = numbers.spaces;
      const marks = spaces + numbers.apostrophes;
      const word = `[${spaces}]+(?:to|bis|à|til|do)[${spaces}]+`;
      this.range = new RegExp(`\\d(?:[${spaces}]*[-–—][${spaces}]*|${word})\\d`, "u");
      this.typed = new RegExp(`^(?<before>\\D*?)(?<lead>[.,]?)(?<body>\\d(?:[\\d.,${marks}]*\\d)?)(?<round>[.,][-–—]{1,2})?[${spaces}]*(?<after>\\D.*)?$`, "su");
      this.spaced = new RegExp(`^\\d{1,3}(?:[${marks}]\\d{3})+(?=[.,]\\d|$)`, "u");
      this.zeros = [...numbers.zeros].map((zero) => zero.codePointAt(0));
    }

    // Gives the readings of a text, thousands first; what it is of; or why it is no number
    read(text, allowed = []) {
      const typed = stripped(text);
      try {
        return { isPercentage: false, currency: null, ...this.understood(this.inPlainDigits(typed), allowed) };
      } catch (error) {
        if (!(error instanceof Unread)) throw error;
        const values = { text: quoted(typed), ...(error.word && { word: error.word }) };
        return { readings: [], isPercentage: false, currency: null, fault: fault(error.code, values) };
      }
    }

    inPlainDigits(text) {
      return text.replace(/\p{Nd}/gu, (sign) => {
        const code = sign.codePointAt(0);
        const zero = this.zeros.filter((each) => each <= code && code < each + 10).pop();
        return zero === undefined ? sign : String(code - zero);
      });
    }

    understood(typed, allowed) {
      if (ROUGH.test(typed)) throw new Unread("number_rough");
      if (this.range.test(typed)) throw new Unread("number_range");
      const found = this.typed.exec(typed);
      if (!found) throw new Unread();
      let { before, lead, body } = found.groups;
      if (lead && /[\p{L}\p{Nl}\p{No}]$/u.test(before)) before += lead;
      else body = lead + body;
      if (body.length > this.numbers.longest) throw new Unread();
      const behind = new Words(found.groups.after ?? "", allowed, this.numbers);
      before = trimmed(before);
      const sign = SIGN.exec(before);
      const ahead = new Words(before.replace(SIGN, ""), [], this.numbers);
      if (ahead.factors || ahead.isPercentage || (ahead.currency && behind.currency)) throw new Unread();
      const currency = ahead.currency || behind.currency;
      if (behind.needsMoney && currency === null) throw new Unread("number_unclear_word", behind.needsMoney);
      let readings = this.meanings(trimmed(body));
      if (found.groups.round) readings = readings.slice(0, 1);
      readings = this.multiplied(readings, behind.factors);
      if (!readings.length) throw new Unread();
      if (readings.some((reading) => reading.number >= this.numbers.too_large)) throw new Unread("number_too_large");
      if (sign && sign[0] !== "+") readings = readings.map((reading) => reading.turned());
      return { readings, isPercentage: behind.isPercentage, currency };
    }

    multiplied(readings, factors) {
      if (!factors) return readings;
      const from = factors[0] >= 6 && readings.length > 1 ? readings.slice(1) : readings;
      const found = new Map();
      for (const reading of from) {
        for (const zeros of factors) {
          const product = reading.times(zeros);
          if (!found.has(product.written)) found.set(product.written, product);
        }
      }
      return [...found.values()];
    }

    // Gives the meanings of digits with separators: if it can be both, thousands come first
    meanings(body) {
      const spaced = this.spaced.exec(body);
      if (spaced) return this.meaningOfSpaced(spaced[0], body.slice(spaced[0].length));
      if (!/^\d[\d.,]*$|^[.,]\d+$/.test(body)) return [];
      const commas = body.split(",").length - 1;
      const points = body.split(".").length - 1;
      if (commas && points) return this.meaningOfBoth(body);
      const mark = commas ? "," : ".";
      if (commas + points === 0) return [Exact.of(body)];
      const grouped = this.isGrouped(body, mark);
      if (commas + points > 1) return grouped ? [Exact.of(body.replaceAll(mark, ""))] : [];
      const plain = body.endsWith(mark) ? Exact.of(body.slice(0, -1)) : Exact.of(...body.split(mark));
      return grouped ? [Exact.of(body.replace(mark, "")), plain] : [plain];
    }

    meaningOfSpaced(spaced, rest) {
      const marks = new Set([...spaced.replace(/\d/g, "")].map((mark) => this.numbers.apostrophes.includes(mark)));
      if (marks.size > 1 || /[.,].*[.,]/s.test(rest)) return [];
      if (rest && !/^[.,]\d+$/.test(rest)) return [];
      return [Exact.of(spaced.replace(/\D/g, ""), rest.slice(1))];
    }

    meaningOfBoth(body) {
      const decimal = body.lastIndexOf(",") > body.lastIndexOf(".") ? "," : ".";
      const thousands = decimal === "," ? "." : ",";
      const at = body.lastIndexOf(decimal);
      const whole = body.slice(0, at);
      if (whole.includes(decimal) || !this.isGrouped(whole, thousands)) return [];
      return [Exact.of(whole.replaceAll(thousands, ""), body.slice(at + 1))];
    }

    isGrouped(body, mark) {
      const [first, ...groups] = body.split(mark);
      return first.length >= 1 && first.length <= 3 && !first.startsWith("0") && groups.every((group) => group.length === 3);
    }
  }

  // The arithmetic of the catalogue; null is what is not known, and makes unknown what hangs on it
  const ARITHMETIC = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => (b ? a / b : null) };
  const holds = (list, item) => (Array.isArray(list) ? list.includes(item) : typeof list === "string" ? list.includes(item) : Object.hasOwn(list, item));
  const COMPARED = {
    "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
    "==": (a, b) => a === b, "!=": (a, b) => a !== b, in: (a, b) => holds(b, a), not_in: (a, b) => !holds(b, a),
  };
  const numbersOf = (parts) => Object.values(parts).filter((part) => typeof part === "number");
  const sum = (list) => list.reduce((total, each) => total + each, 0);
  const FUNCTIONS = {
    count: (list) => (Array.isArray(list) ? list.length : Object.keys(list).length),
    total: (parts) => sum(numbersOf(parts)),
    mean: (parts) => (numbersOf(parts).length ? sum(numbersOf(parts)) / numbersOf(parts).length : null),
    largest: Math.max,
    outside: (number, low, high) => !(low <= number && number <= high),
    within: (number, low, high) => low <= number && number <= high,
    later: (first, second) => {
      const length = Math.min(first.length, second.length);
      return first.slice(0, length) > second.slice(0, length);
    },
    classed: (number, ...bounds) => bounds.filter((bound) => bound <= number).length,
  };

  class FormRules {
    constructor(data) {
      this.data = data;
      this.numbers = new NumberReader(data.numbers);
    }

    get names() { return Object.keys(this.data.questions); }

    // Reads what stands on the lines of a question, by line: { value } once it is whole, or { faults } by line;
    // `echoes` say how a text was understood where it was not typed just so, `running` how far parts have come
    read(name, lines, answers) {
      const question = this.data.questions[name];
      const filled = Object.entries(lines).filter(([, text]) => stripped(text));
      const reading = { value: null, faults: {}, echoes: {}, remarks: {}, running: null, isBlank: !filled.length };
      switch (question.type) {
        case "shares": case "counts": this.readParts(name, question, lines, answers, reading); break;
        case "grid": this.readLevels(name, question, lines, reading); break;
        case "select_multiple": this.readSeveral(name, question, lines, reading); break;
        case "stories": this.readStories(name, question, lines, reading); break;
        default: if (filled.length) this.readOne(name, question, filled[0][1], answers, reading);
      }
      return reading;
    }

    readOne(name, question, text, answers, reading) {
      const typed = stripped(text);
      switch (question.type) {
        case "integer": case "decimal": this.readNumber(name, question, typed, answers, reading); break;
        case "month":
          if (MONTH.test(typed)) reading.value = typed;
          else reading.faults[name] = fault("month_unreadable", { text: quoted(typed) });
          break;
        case "scale": reading.value = Number(typed); break;
        case "url": {
          const address = WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed;
          if (/^https?:\/\/[^\s/?#]+(?:[/?#]|$)/i.test(address)) reading.value = address;
          else reading.faults[name] = fault("value_not_address", { value: quoted(address) });
          break;
        }
        case "text": reading.value = text; break;
        default: reading.value = typed;
      }
    }

    readNumber(name, question, text, answers, reading) {
      const wrong = (found) => { reading.faults[name] = found; };
      if (DAY.test(text)) { wrong(fault("number_is_date", { text: quoted(text) })); return; }
      const typed = this.numbers.read(text, question.words);
      if (typed.fault) { wrong(typed.fault); return; }
      const unit = question.unit;
      if (typed.isPercentage && unit !== "%") {
        wrong(unit ? fault("percentage_for_unit", { unit: question.shown }) : fault("percentage_for_number"));
        return;
      }
      const { currency } = typed;
      if (currency && !unit.split(/\s+/).includes(currency)) {
        if (!unit) wrong(fault("amount_for_number", { currency }));
        else if (unit.startsWith("EUR")) wrong(fault("amount_for_eur", { currency }));
        else wrong(fault("amount_for_unit", { currency, unit: question.shown }));
        return;
      }
      const number = this.chosen(question, typed.readings);
      if (number === null) {
        wrong(fault("number_ambiguous", { text: quoted(text), readings: typed.readings.map((each) => each.written) }));
        return;
      }
      reading.value = number.number;
      this.echo(name, text, number, typed.readings, reading);
    }

    echo(line, text, number, readings, reading) {
      const shown = this.exactly(number.number);
      if (shown !== trimmed(text)) reading.echoes[line] = shown;
      const others = readings.filter((each) => each.number !== number.number).map((each) => this.exactly(each.number));
      if (others.length) reading.remarks[line] = fault("read_as_number", { number: shown, others });
    }

    // Picks the one reading that the question allows; null where several would pass
    chosen(question, readings) {
      if (readings.length === 1) return readings[0];
      const fine = readings.filter((reading) => reading.places <= question.decimals);
      const candidates = fine.length ? fine : readings;
      const passing = candidates.filter((reading) => !this.bounded(question, reading.number).length);
      const left = passing.length ? passing : candidates;
      return left.length === 1 ? left[0] : null;
    }

    readParts(name, question, lines, answers, reading) {
      const shares = question.type === "shares";
      const found = {};
      let blank = 0;
      for (const part of question.parts) {
        const line = `${name}.${part}`;
        const text = trimmed(lines[line] ?? "");
        if (!text) { blank += 1; continue; }
        const typed = this.readPart(question, text);
        if (typed.fault) { reading.faults[line] = typed.fault; continue; }
        found[part] = typed.number.number;
        this.echo(line, text, typed.number, typed.readings, reading);
      }
      const faulty = Object.keys(reading.faults).length;
      const total = sum(Object.values(found));
      const sumTo = shares ? 100 : question.sums_to ? answers[question.sums_to] : null;
      const whole = typeof sumTo === "number" ? sumTo : null;
      const anything = Object.keys(found).length > 0;
      const isFull = whole !== null && anything && Math.abs(total - whole) <= this.data.tolerance;
      if (!faulty && anything && (!blank || isFull)) {
        reading.value = Object.fromEntries(question.parts.map((part) => [part, found[part] ?? 0]));
      }
      reading.running = this.running(shares, total, whole, blank + faulty);
      reading.total = total;
      reading.whole = whole;
    }

    readPart(question, text) {
      if (DAY.test(text)) return { fault: fault("number_is_date", { text: quoted(text) }) };
      const shares = question.type === "shares";
      const typed = this.numbers.read(text, question.words ?? []);
      if (typed.fault) return typed;
      if (typed.isPercentage && !shares) return { fault: fault("number_asked_not_percentage") };
      if (typed.currency) {
        const code = shares ? "percentage_asked_not_amount" : "number_asked_not_amount";
        return { fault: fault(code, { currency: typed.currency }) };
      }
      const number = typed.readings[shares ? typed.readings.length - 1 : 0];
      const value = number.number;
      if (!shares && !Number.isInteger(value)) return { fault: fault("value_not_whole", { value: this.exactly(value) }) };
      if (value < 0) return { fault: fault("value_below", { value: this.exactly(value), least: "0" }) };
      if (shares && value > 100) return { fault: fault("value_above", { value: this.exactly(value), most: "100" }) };
      return { number, readings: typed.readings };
    }

    running(shares, total, whole, open) {
      const shown = this.shown(total, 2);
      if (whole === null) return total ? fault(open ? "counts_so_far" : "counts_in_all", { total: shown }) : null;
      const kind = shares ? "shares" : "counts";
      const left = Math.round((whole - total) * 1e6) / 1e6;
      const of = this.shown(whole, 0);
      if (Math.abs(left) <= this.data.tolerance) return fault(`${kind}_complete`, { total: shown, whole: of });
      if (left > 0) return fault(`${kind}_left`, { total: shown, whole: of, left: this.shown(left, 2) });
      return fault(`${kind}_too_much`, { total: shown, whole: of, excess: this.shown(-left, 2) });
    }

    readLevels(name, question, lines, reading) {
      const found = {};
      for (const part of question.parts) {
        const text = trimmed(lines[`${name}.${part}`] ?? "");
        if (text) found[part] = Number(text);
      }
      if (Object.keys(found).length === question.parts.length) reading.value = found;
    }

    readSeveral(name, question, lines, reading) {
      if (!question.choices.length) {
        const text = trimmed(lines[name] ?? "");
        if (text) reading.value = text === "none" ? [] : text.split(";").map(trimmed).filter(Boolean);
        return;
      }
      const said = question.choices.map((choice) => trimmed(lines[`${name}.${choice}`] ?? ""));
      const chosen = question.choices.filter((_, place) => said[place] === "yes");
      if (chosen.length || said.every(Boolean)) reading.value = chosen;
    }

    readStories(name, question, lines, reading) {
      const stories = {};
      for (const [line, text] of Object.entries(lines)) {
        if (!trimmed(text)) continue;
        const [number, field] = line.slice(name.length + 1).split(".");
        (stories[number] ??= {})[field] = field === "released" ? text === "yes" : text;
      }
      const told = Object.keys(stories).sort().map((number) => [number, stories[number]]);
      for (const [number, story] of told) {
        if (!trimmed(story.title ?? "")) reading.faults[`${name}.${number}.title`] = fault("story_title_missing");
      }
      if (told.length && !Object.keys(reading.faults).length) reading.value = told.map(([, story]) => story);
    }

    // Tells whether the routing asks a question: not once its condition is known to fail
    isAsked(name, answers) {
      const { relevant } = this.data.questions[name] ?? {};
      if (!relevant || !this.data.questions[relevant.question]) return true;
      if (!this.isAsked(relevant.question, answers)) return false;
      return this.passes(relevant, answers[relevant.question] ?? null) !== false;
    }

    passes(test, value) {
      if (value === null) return null;
      const names = Array.isArray(value) ? value : [value];
      if (test.is && !names.some((name) => test.is.includes(name))) return false;
      if (test.is_not && names.some((name) => test.is_not.includes(name))) return false;
      if (typeof value === "string") return true;
      const number = typeof value === "object" ? Object.keys(value).length : value;
      const given = (limit) => limit !== undefined && limit !== null;
      return (!given(test.above) || number > test.above) && (!given(test.at_least) || number >= test.at_least)
        && (!given(test.below) || number < test.below) && (!given(test.at_most) || number <= test.at_most);
    }

    bounded(question, value) {
      const found = [];
      const shown = this.exactly(value);
      if (question.type === "integer" && !Number.isInteger(value)) found.push({ kind: "hard", ...fault("value_not_whole", { value: shown }) });
      if (question.min !== undefined && value < question.min) found.push({ kind: "hard", ...fault("value_below", { value: shown, least: this.exactly(question.min) }) });
      if (question.max !== undefined && value > question.max) found.push({ kind: "hard", ...fault("value_above", { value: shown, most: this.exactly(question.max) }) });
      return found;
    }

    // Gives what is wrong or unusual about the value of a question, beside all other answers
    findings(name, answers) {
      const question = this.data.questions[name];
      const value = answers[name] ?? null;
      if (value === null) return [];
      const isNumber = question.type === "integer" || question.type === "decimal";
      const hard = isNumber ? this.bounded(question, value) : [];
      if (hard.length) return hard;
      const found = [];
      const add = (kind, code, values) => found.push({ kind, ...fault(code, values) });
      if (isNumber) {
        const number = this.exactly(value);
        if (question.usual_min !== undefined && value < question.usual_min) add("soft", "below_usual", { number, usual: this.exactly(question.usual_min) });
        if (question.usual_max !== undefined && value > question.usual_max) add("soft", "above_usual", { number, usual: this.exactly(question.usual_max) });
      }
      if (question.type === "month") {
        const latest = this.data.interview;
        if (latest && value > latest.slice(0, value.length)) add("hard", "month_after_interview", { month: value });
        else if (value < "1800") add("hard", "month_before_1800", { month: value });
      }
      if (question.type === "shares") this.sumTo100(sum(Object.values(value)), add);
      if (question.type === "counts") this.sumToWhole(question, sum(Object.values(value)), answers, add);
      this.limits(name, question, value, answers, add);
      for (const check of this.data.checks) {
        if (check.at.includes(name) && this.evaluated(check.when, answers) === true) {
          found.push({ kind: check.kind === "contradiction" ? "contradiction" : "soft", text: this.worded(check, answers) });
        }
      }
      return found;
    }

    sumTo100(total, add) {
      if (Math.abs(total - 100) <= this.data.tolerance) return;
      const brief = (number) => this.exactly(Number(number.toPrecision(4)));
      if (total < 100) add("hard", "shares_below_100", { total: brief(total), missing: brief(100 - total) });
      else add("hard", "shares_above_100", { total: brief(total), excess: brief(total - 100) });
    }

    sumToWhole(question, total, answers, add) {
      const whole = question.sums_to ? answers[question.sums_to] : null;
      if (typeof whole !== "number" || total === whole) return;
      const gap = this.exactly(Math.abs(total - whole));
      const values = { total: this.exactly(total), whole: this.exactly(whole), question: this.data.questions[question.sums_to].title };
      if (total < whole) add("soft", "parts_below_whole", { ...values, missing: gap });
      else add("soft", "parts_above_whole", { ...values, excess: gap });
    }

    limits(name, question, value, answers, add) {
      if (typeof value !== "number") return;
      const limit = question.at_most ? answers[question.at_most] : null;
      if (typeof limit === "number" && value > limit) {
        add("contradiction", "more_than_answer", { number: this.exactly(value), limit: this.exactly(limit), question: this.data.questions[question.at_most].title });
      }
      for (const [other, held] of Object.entries(this.data.questions)) {
        if (held.at_most !== name || !this.isAsked(other, answers)) continue;
        const part = answers[other];
        if (typeof part === "number" && part > value) {
          add("contradiction", "less_than_answer", { number: this.exactly(value), part: this.exactly(part), question: held.title });
        }
      }
    }

    look(reference, answers) {
      if (reference === "country") return this.data.country ?? null;
      const [name, part] = reference.split(".");
      if (!this.isAsked(name, answers)) return null;
      const value = answers[name] ?? null;
      if (part === undefined) return value;
      return value !== null && typeof value === "object" && !Array.isArray(value) ? value[part] ?? null : null;
    }

    evaluated([what, ...rest], answers) {
      const of = (tree) => this.evaluated(tree, answers);
      switch (what) {
        case "value": return rest[0];
        case "answer": return this.look(rest[0], answers);
        case "and": case "or": {
          const held = rest[0].map(of);
          const deciding = what === "or";
          if (held.some((each) => each !== null && Boolean(each) === deciding)) return deciding;
          return held.includes(null) ? null : !deciding;
        }
        case "not": case "negative": {
          const held = of(rest[0]);
          return held === null ? null : what === "not" ? !held : -held;
        }
        case "compare": {
          const held = rest[1].map(of);
          if (held.includes(null)) return null;
          return rest[0].every((sign, place) => COMPARED[sign](held[place], held[place + 1]));
        }
        case "call": {
          const held = rest[1].map(of);
          if (rest[0] === "answered") return held[0] !== null;
          if (held.includes(null)) return null;
          return rest[0] === "months" ? this.monthsUntil(held[0]) : FUNCTIONS[rest[0]](...held);
        }
        default: {
          const [left, right] = rest.map(of);
          return left === null || right === null ? null : ARITHMETIC[what](left, right);
        }
      }
    }

    monthsUntil(month) {
      if (!this.data.interview) return null;
      const [year, inYear] = month.split("-").map(Number);
      const [untilYear, untilMonth] = this.data.interview.split("-").map(Number);
      return (untilYear - year) * 12 + untilMonth - (inYear || 1);
    }

    // Puts the answers and the numbers that it names into the text of a check
    worded(check, answers) {
      let text = check.text;
      const put = (name, said) => { text = text.split(`{${name}}`).join(said); };
      for (const name of Object.keys(this.data.questions)) {
        const value = answers[name];
        if (typeof value === "number") put(name, this.shown(value, 0));
        else if (typeof value === "string") put(name, value);
      }
      for (const [name, tree] of Object.entries(check.shown)) {
        const number = this.evaluated(tree, answers);
        const decimals = number !== null && (Math.abs(number) >= 100 || Number.isInteger(number)) ? 0 : 1;
        put(name, number === null ? "" : this.shown(Number(number), decimals));
      }
      return text;
    }

    // Says a finding in the language of the form
    said(found) {
      if (found.text !== undefined) return found.text;
      const text = this.data.texts[found.code] ?? found.code;
      return text.replace(/\{(\w+)\}/g, (place, name) => {
        const value = found.values[name];
        return value === undefined ? place : Array.isArray(value) ? value.join(", ") : String(value);
      });
    }

    // Writes a number with at most so many decimals, none from 1,000 on, in groups of three
    shown(number, decimals) {
      const digits = Math.abs(number) >= 1000 ? 0 : decimals;
      const step = 10 ** digits;
      const rounded = (Math.sign(number) * Math.round(Number((Math.abs(number) * step).toPrecision(15)))) / step;
      return this.grouped(rounded.toFixed(digits));
    }

    exactly(number) { return this.grouped(Number.isInteger(number) ? BigInt(number).toString() : number.toFixed(6)); }

    grouped(text) {
      const [whole, decimals = ""] = text.split(".");
      const kept = decimals.replace(/0+$/, "");
      return whole.replace(/\B(?=(\d{3})+$)/g, this.data.writing.group) + (kept && this.data.writing.decimal + kept);
    }
  }
  return FormRules;
})();
