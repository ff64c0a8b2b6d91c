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

  // Gives two neighbouring words, and all of them, written together
  const pairs = (form) => {
    const words = form.split(" ");
    let found = "";
    for (let place = 1; place < words.length; place++) found += `${words[place - 1]}${words[place]} `;
    return words.length > 2 ? `${found}${words.join("")} ` : found;
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

  // Gives the letters of a word as the bits of two numbers
  const letters = (word) => {
    const found = [0, 0];
    for (let place = 0; place < word.length; place++) {
      const sign = word.charCodeAt(place) & 63;
      found[sign >> 5] |= 1 << (sign & 31);
    }
    return found;
  };
  const bits = (number) => {
    let count = 0;
    for (let left = number; left !== 0; left &= left - 1) count++;
    return count;
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
      const plain = (text) => (/^[\x00-\x7f]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, " ") : forms(text));
      const portfolios = register.portfolios.map(forms);
      this.places = register.countries.map(([, , words]) => words);
      // Half a second matters here: a large register has a hundred thousand of them
      this.organisations = register.organisations.map(([said, country, site, labels, texts]) => {
        let others = ` ${plain(site)}`;
        for (const [, portfolio, level, until] of labels) others += ` ${portfolios[portfolio]} ${level.toLowerCase()} ${until.replaceAll("-", " ")}`;
        let joined = " ";
        for (const form of texts) joined += pairs(form);
        return { names: ` ${texts.join(" ")} `, others: `${others} `, joined, place: this.places[country], country, labels, site, said };
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
      const found = this.ranked(terms, (text, term) => this.fits(text, term));
      if (found.length) return found;
      const meant = new Map(terms.map((term) => [term, this.meant(term)]));
      const ofPlace = new Map(terms.map((term) => [term, this.places.map((place) => this.best(place, meant.get(term)))]));
      return this.ranked(terms, (text, term) => {
        const asTyped = this.fits(text, term);
        if (asTyped !== null || !meant.get(term).size) return asTyped;
        const least = Math.min(
          this.best(text.names, meant.get(term)),
          this.best(text.others, meant.get(term)) + 1,
          ofPlace.get(term)[text.country] + 1,
        );
        return least === Infinity ? null : least;
      });
    }

    ranked(terms, fitting) {
      const found = [];
      this.organisations.forEach((text, order) => {
        let total = 0;
        for (let place = 0; place < terms.length; place++) {
          const fits = fitting(text, terms[place]);
          if (fits === null) return;
          total += fits;
        }
        found.push({ total, order, organisation: text });
      });
      found.sort((one, other) => one.total - other.total || one.order - other.order);
      return found.map(({ organisation }) => organisation);
    }

    // Tells how well a word fits as it was typed, 0 the best; null: not at all
    fits(text, { literal, ways }) {
      if (literal) return this.signs(text).includes(literal) ? 0 : null;
      let best = null;
      for (const way of ways) {
        const place = this.placeOf(text, way);
        if (place !== null && (best === null || place < best)) best = place;
      }
      return best;
    }

    placeOf({ names, others, joined, place }, word) {
      const start = ` ${word}`;
      if (names.includes(start)) return names.includes(`${start} `) ? 0 : 1;
      if (others.includes(start) || place.includes(start) || joined.includes(start)) {
        const whole = `${start} `;
        return others.includes(whole) || place.includes(whole) || joined.includes(whole) ? 2 : 3;
      }
      return word.length >= this.rules.inside && names.includes(word) ? 3 : null;
    }

    best(words, meant) {
      let least = Infinity;
      for (const word of words.split(" ")) {
        const wrong = meant.get(word);
        if (wrong !== undefined && wrong < least) least = wrong;
      }
      return least;
    }

    signs(text) {
      text.signs ??= this.bare(
        [...text.said, text.site, ...text.labels.flatMap(([, portfolio, level, until]) => [this.register.portfolios[portfolio], level, until])].join("\n"),
      );
      return text.signs;
    }

    // Gives the words that may be meant by one that was typed, each with how ill it fits
    meant({ ways }) {
      const found = new Map();
      for (const way of ways) {
        const most = this.wrongLetters(way);
        if (!most) continue;
        const beginning = way.length >= this.rules.beginning;
        const [low, high] = letters(way);
        for (const [word, [wordLow, wordHigh]] of this.words()) {
          // Each letter that the word lacks is a wrong one: most words are left out by that.
          if (bits(low & ~wordLow) + bits(high & ~wordHigh) > most) continue;
          const wrong = mistakes(way, word, most, beginning);
          if (wrong) found.set(word, Math.min(WRONG + 2 * wrong, found.get(word) ?? Infinity));
        }
      }
      return found;
    }

    wrongLetters(word) {
      if (word.length < this.rules.oneWrong || /\p{N}/u.test(word)) return 0;
      return word.length >= this.rules.twoWrong ? 2 : 1;
    }

    // Gives all words without digits, with their letters
    words() {
      if (!this.vocabulary) {
        const parts = new Set(this.places);
        for (const { names, others } of this.organisations) parts.add(names).add(others);
        this.vocabulary = new Map();
        for (const part of parts) {
          for (const word of part.split(" ")) {
            if (word && !this.vocabulary.has(word) && !/\p{N}/u.test(word)) this.vocabulary.set(word, letters(word));
          }
        }
      }
      return this.vocabulary;
    }
  }

  globalThis.RegisterSearch = RegisterSearch;
})();
