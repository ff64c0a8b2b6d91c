// The search for organisations, without a server: the same rule as in the terminal and the commands.
// The rule is assess/core/text/search; its numbers and letters, and the texts as they are folded, come with labels.js.
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

  const WHOLE = 0;
  const BEGINS = 1;
  const BESIDE = 2;
  const PART = 3;
  const NONE = 255;

  // Lines as one text, in which a word is looked for at once: nothing is prepared for each line
  class Column {
    constructor(text) {
      this.text = text;
      const starts = [0];
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
      starts.push(text.length + 1);
      this.starts = starts;
    }

    line(number) {
      return this.text.slice(this.starts[number], this.starts[number + 1] - 1);
    }

    // Goes to each line that has a text
    each(part, act) {
      const { text, starts } = this;
      let line = 0;
      for (let found = text.indexOf(part); found >= 0; found = text.indexOf(part, starts[line + 1])) {
        while (starts[line + 1] <= found) line++;
        act(line);
      }
    }

    // Goes to each line that has a word where blanks are left out: two neighbours, or all words of a name
    joined(word, act) {
      const { text, starts } = this;
      let line = 0;
      const letters = [...word].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, "\\$&"));
      for (const found of text.matchAll(new RegExp(` ${letters.join(" ?")}`, "gu"))) {
        const blanks = found[0].split(" ").length - 2;
        const begins = found.index === 0 || "\n\t".includes(text[found.index - 1]);
        if (!blanks || (blanks > 1 && !begins)) continue;
        while (starts[line + 1] <= found.index) line++;
        const end = found.index + found[0].length;
        act(line, text[end] === " " && (blanks === 1 || end + 1 >= text.length || "\n\t".includes(text[end + 1])));
      }
    }
  }

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
      this.names = new Column(register.names);
      this.others = new Column(register.others);
      this.rows = new Column(register.rows);
      this.count = register.placeOf.length;
      this.places = register.countries.map(([, , words]) => words);
    }

    // Gives what is shown of the organisation of a line
    organisation(line) {
      const [said, site, labels] = JSON.parse(this.rows.line(line));
      return { said, site, labels, country: this.register.placeOf[line] };
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

    // Gives the lines of the organisations that are found, the best first; none where nothing is looked for
    find(wanted) {
      const terms = this.terms(wanted);
      if (!terms.length) return [];
      const found = this.ranked(terms.map((term) => this.asTyped(term)));
      return found.length ? found : this.ranked(terms.map((term) => this.asMeant(term)));
    }

    ranked(fits) {
      const [first, ...more] = fits;
      const byFit = new Map();
      for (let line = 0; line < this.count; line++) {
        let total = first[line];
        if (total === NONE) continue;
        for (const other of more) total = other[line] === NONE ? NONE : total + other[line];
        if (total >= NONE) continue;
        if (!byFit.has(total)) byFit.set(total, []);
        byFit.get(total).push(line);
      }
      return [...byFit.keys()].sort((one, other) => one - other).flatMap((total) => byFit.get(total));
    }

    none() {
      return new Uint16Array(this.count).fill(NONE);
    }

    // Tells how ill each line fits a word as it was typed
    asTyped({ literal, ways }) {
      const fits = this.none();
      const take = (how) => (line) => {
        if (how < fits[line]) fits[line] = how;
      };
      if (literal) this.signs().each(literal, take(WHOLE));
      for (const way of ways) {
        const begins = ` ${way}`;
        const whole = `${begins} `;
        this.names.each(whole, take(WHOLE));
        this.names.each(begins, take(BEGINS));
        this.others.each(whole, take(BESIDE));
        this.others.each(begins, take(PART));
        if (way.length > 1) this.names.joined(way, (line, ends) => take(ends ? BESIDE : PART)(line));
        if (way.length >= this.rules.inside) this.names.each(way, take(PART));
        this.inPlaces((place) => (place.includes(whole) ? BESIDE : place.includes(begins) ? PART : NONE), take);
      }
      return fits;
    }

    // Tells the same, with words that may be meant by the one that was typed
    asMeant(term) {
      const typed = this.asTyped(term);
      const fits = typed.slice();
      const take = (how) => (line) => {
        if (typed[line] === NONE && how < fits[line]) fits[line] = how;
      };
      const meant = this.meant(term);
      for (const [word, how] of meant) {
        this.names.each(` ${word} `, take(how));
        this.others.each(` ${word} `, take(how + 1));
      }
      if (meant.size) this.inPlaces((place) => Math.min(NONE, this.best(place, meant) + 1), take);
      return fits;
    }

    // Goes to the lines of each country that fits
    inPlaces(fitting, take) {
      const fits = this.places.map(fitting);
      if (fits.every((how) => how === NONE)) return;
      this.register.placeOf.forEach((place, line) => take(fits[place])(line));
    }

    best(words, meant) {
      let least = Infinity;
      for (const word of words.split(" ")) {
        const wrong = meant.get(word);
        if (wrong !== undefined && wrong < least) least = wrong;
      }
      return least;
    }

    // Gives names and all else with their signs, which are looked for by days and addresses alone
    signs() {
      if (!this.withSigns) {
        const lines = [];
        for (let line = 0; line < this.count; line++) {
          const { said, site, labels } = this.organisation(line);
          const told = labels.flatMap(([, portfolio, level, until]) => [this.register.portfolios[portfolio], level, until]);
          lines.push(this.bare([...said, site, ...told].join(" ")));
        }
        this.withSigns = new Column(lines.join("\n"));
      }
      return this.withSigns;
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
      this.vocabulary ??= new Map(this.register.words.split(" ").map((word) => [word, letters(word)]));
      return this.vocabulary;
    }
  }

  globalThis.RegisterSearch = RegisterSearch;
})();
