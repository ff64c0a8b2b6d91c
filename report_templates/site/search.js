// The search for organisations, without a server: the same rule as in the terminal and the commands.
// The rule is assess/core/text/tolerant_search.py; its numbers and letters come with labels.js.
"use strict";
(() => {
  const WRONG = 4;

  const makeFold = (ways, which) => {
    const letters = new Map(Object.entries(ways).map(([letter, forms]) => [letter, forms[which]]));
    const plain = (text) => {
      if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
      const parted = text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKD").toLowerCase().normalize("NFKD");
      let folded = "";
      for (const sign of parted.replace(/\p{M}/gu, "").replaceAll("ς", "σ")) folded += letters.get(sign) ?? sign;
      return folded;
    };
    if (which === 0) return plain;
    const bare = makeFold(ways, 0);
    return (text) => {
      let spelt = "";
      for (const sign of text.normalize("NFC").toLowerCase()) spelt += letters.get(sign) ?? sign;
      return bare(spelt);
    };
  };
  const SIGNS = /[^\p{L}\p{N}]+/gu;
  const inWords = (text) => text.replace(SIGNS, " ").trim();

  const pairs = (form) => {
    const words = form.split(" ");
    const found = words.slice(1).map((word, place) => words[place] + word);
    if (words.length > 2) found.push(words.join(""));
    return found;
  };

  // Counts the wrong letters of what was typed for a word or its beginning; null: over `most`
  const mistakes = (typed, word, most, beginning) => {
    if (word.length < typed.length - most || (!beginning && word.length > typed.length + most)) return null;
    const wide = Math.min(word.length, typed.length + most);
    let older;
    let before = [];
    let row = Array.from({ length: wide + 1 }, (_, place) => place);
    for (let place = 1; place <= typed.length; place++) {
      older = before;
      before = row;
      row = [place];
      let least = place;
      for (let column = 1; column <= wide; column++) {
        let cost = Math.min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (typed[place - 1] !== word[column - 1]));
        if (place > 1 && column > 1 && typed[place - 1] === word[column - 2] && typed[place - 2] === word[column - 1]) {
          cost = Math.min(cost, older[column - 2] + 1);
        }
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most && Math.min(...before) > most - 1) return null;
    }
    const found = Math.min(wide === word.length ? row[wide] : Infinity, beginning ? Math.min(...row) + 0.5 : Infinity);
    return found < most + 1 ? found : null;
  };

  class RegisterSearch {
    constructor(register) {
      this.register = register;
      const { rules } = register;
      this.rules = rules;
      this.bare = makeFold(rules.ways, 0);
      this.spelt = makeFold(rules.ways, 1);
      const forms = (text) => {
        const joined = text.replaceAll("&", " and ");
        return [...new Set([inWords(this.bare(joined)), inWords(this.spelt(joined))])].join(" ");
      };
      this.forms = forms;
      const portfolios = register.portfolios.map(forms);
      this.places = register.countries.map(([, , words]) => words);
      this.organisations = register.organisations.map(([names, country, site, labels, texts]) => {
        const words = new Set([forms(site)]);
        for (const [, portfolio, level, until] of labels) words.add(portfolios[portfolio]).add(level.toLowerCase()).add(until.replaceAll("-", " "));
        const joined = texts.flatMap(pairs);
        return {
          names: ` ${texts.join(" ")} `,
          others: ` ${[...words, ...joined].join(" ")} `,
          place: this.places[country],
          country,
          labels,
          site,
          said: names,
        };
      });
    }

    terms(wanted) {
      const found = [];
      for (const word of wanted.split(/\s+/u).filter(Boolean)) {
        const joined = word.replaceAll("&", " and ");
        const plain = inWords(this.bare(joined));
        const literal = this.bare(word);
        if (!plain || (plain !== literal && /\p{N}/u.test(literal))) {
          if (literal) found.push({ ways: [], literal });
          continue;
        }
        const spelt = inWords(this.spelt(joined)).split(" ");
        plain.split(" ").forEach((part, place) => found.push({ ways: [...new Set([part, spelt[place] ?? part])], literal: "" }));
      }
      return found;
    }

    // Gives the organisations that are found, the best first; none where nothing is looked for
    find(wanted) {
      const terms = this.terms(wanted);
      if (!terms.length) return [];
      const found = this.ranked(terms, terms.map(({ ways }) => new Map(ways.map((way) => [way, 0]))));
      return found.length ? found : this.ranked(terms, terms.map((term) => this.alike(term)));
    }

    ranked(terms, words) {
      const found = [];
      this.organisations.forEach((text, order) => {
        let total = 0;
        for (let place = 0; place < terms.length; place++) {
          const fits = this.fits(text, terms[place], words[place]);
          if (fits === null) return;
          total += fits;
        }
        found.push({ total, order, organisation: text });
      });
      found.sort((one, other) => one.total - other.total || one.order - other.order);
      return found.map(({ organisation }) => organisation);
    }

    fits(text, { literal }, ways) {
      if (literal) return this.signs(text).includes(literal) ? 0 : null;
      let best = null;
      for (const [word, wrong] of ways) {
        let fits = wrong ? this.wholeWord(text, word) : this.placeOf(text, word);
        if (fits === null) continue;
        if (wrong) fits += WRONG + 2 * wrong;
        if (best === null || fits < best) best = fits;
      }
      return best;
    }

    placeOf({ names, others, place }, word) {
      const start = ` ${word}`;
      if (names.includes(start)) return names.includes(`${start} `) ? 0 : 1;
      if (others.includes(start) || place.includes(start)) return others.includes(`${start} `) || place.includes(`${start} `) ? 2 : 3;
      return word.length >= this.rules.inside && names.includes(word) ? 3 : null;
    }

    wholeWord({ names, others, place }, word) {
      const whole = ` ${word} `;
      if (names.includes(whole)) return 0;
      return others.includes(whole) || place.includes(whole) ? 1 : null;
    }

    signs(text) {
      text.signs ??= this.bare(
        [...text.said, text.site, ...text.labels.flatMap(([, portfolio, level, until]) => [this.register.portfolios[portfolio], level, until])].join("\n"),
      );
      return text.signs;
    }

    alike({ ways }) {
      const found = new Map(ways.map((way) => [way, 0]));
      for (const way of ways) {
        const most = this.wrongLetters(way);
        if (!most) continue;
        for (const word of this.words()) {
          const wrong = mistakes(way, word, most, way.length >= this.rules.beginning);
          if (wrong && wrong < (found.get(word) ?? most + 1)) found.set(word, wrong);
        }
      }
      return found;
    }

    wrongLetters(word) {
      if (word.length < this.rules.oneWrong || /\p{N}/u.test(word)) return 0;
      return word.length >= this.rules.twoWrong ? 2 : 1;
    }

    words() {
      if (!this.vocabulary) {
        this.vocabulary = new Set(this.places.flatMap((place) => place.split(" ")));
        for (const { names, others } of this.organisations) {
          for (const text of [names, others]) for (const word of text.split(" ")) this.vocabulary.add(word);
        }
        this.vocabulary.delete("");
      }
      return this.vocabulary;
    }
  }

  globalThis.RegisterSearch = RegisterSearch;
})();
