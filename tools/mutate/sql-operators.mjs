/** Mutations of SQL inside string and template literals, found in their source text. `${…}` counts as one word. */

const looksLikeSql =
  /^\s*(select|insert into|update|delete from|with \w+ as|and|or|where)\s[\s\S]*[=<>,(]|\$\d+\b|\bis (not )?null\b|\bwhere\s+[\w.${}]+\s*(=|<|>|is |in )/;
const endsCondition =
  /^(and|or|order by|group by|having|limit|returning|for update|for share|on conflict|then|else|end|union|join|left join|where|set)\b/;

/** Whether the text of a literal is SQL, or a piece of some. */
export function isSql(text) {
  return looksLikeSql.test(text);
}

/** All mutations of one literal: start in `text`, length and replacement. */
export function sqlMutations(text) {
  return [...conditions(text), ...words(text)];
}

/** Makes each condition in turn true for every row. Its parameters stay, so that PostgreSQL still knows their types. */
function* conditions(text) {
  for (const match of text.matchAll(/\b(where|and|on)\s+(?!conflict\b)/g)) {
    if (match[1] === 'and' && /\bbetween\s+\S+\s+$/.test(text.slice(0, match.index))) continue;
    const start = match.index + match[0].length;
    const length = conditionLength(text.slice(start));
    const condition = text.slice(start, start + length);
    if (!/[=<>]|\b(is|in|exists|not|any|all)\b/.test(condition)) continue;
    yield { operator: 'sql condition', start, length, replacement: `(${condition} or true)` };
  }
}

function conditionLength(text) {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.startsWith('${', at)) at = endOfSpan(text, at);
    else if (text[at] === "'") at = endOfQuote(text, at);
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && depth-- === 0) return trimmed(text, at);
    else if (depth > 0) continue;
    else if (text[at] === ';' || (/\s/.test(text[at - 1] ?? '') && endsCondition.test(text.slice(at))))
      return trimmed(text, at);
  }
  return trimmed(text, text.length);
}

function endOfQuote(text, start) {
  const end = text.indexOf("'", start + 1);
  return end < 0 ? text.length : end;
}

const trimmed = (text, end) => text.slice(0, end).trimEnd().length;

function endOfSpan(text, start) {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

const swaps = [
  ['sql boundary', / < (?=\S)/g, ' <= '],
  ['sql boundary', / <= (?=\S)/g, ' < '],
  ['sql boundary', / > (?=\S)/g, ' >= '],
  ['sql boundary', / >= (?=\S)/g, ' > '],
  ['sql null', /\bis null\b/g, 'is not null'],
  ['sql null', /\bis not null\b/g, 'is null'],
  ['sql not', /\bnot (?=exists|in\b)/g, ''],
  ['sql order', /\basc\b/g, 'desc'],
  ['sql order', /\bdesc\b/g, 'asc'],
  ['sql lock', /(?<!\s)\s+for (update|share)( of \w+)?( skip locked| nowait)?/g, ''],
  ['sql arithmetic', / \+ (?=[1\w$]|\bcoalesce)/g, ' - '],
  ['sql extreme', /\bgreatest\(/g, 'least('],
  ['sql extreme', /\bleast\(/g, 'greatest('],
  ['sql extreme', /\bmin\(/g, 'max('],
  ['sql extreme', /\bmax\(/g, 'min('],
  ['sql distinct', /\bdistinct (?!from|on\b)/g, ''],
];

function* words(text) {
  const spans = [...spansOf(text)];
  const inSpan = (index) => spans.some(([from, to]) => index > from && index < to);
  for (const [operator, pattern, replacement] of swaps)
    for (const match of text.matchAll(pattern))
      if (!inSpan(match.index)) yield { operator, start: match.index, length: match[0].length, replacement };
}

function* spansOf(text) {
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at)) {
    const end = endOfSpan(text, at);
    yield [at, end];
    at = end;
  }
}
