/** Shopify's search syntax: `field:value`, comparators, quotes, AND, OR, NOT, `-` and brackets. */
export type Search =
  | { all: Search[] }
  | { any: Search[] }
  | { not: Search }
  | { field: string; comparator: Comparator; value: string }
  | { word: string };

export type Comparator = ':' | '>' | '>=' | '<' | '<=';

type Token = { kind: '(' | ')' | 'AND' | 'OR' | 'NOT' } | { kind: 'term'; search: Search };

const fieldTerm = /^([A-Za-z_][\w.]*):(>=|<=|>|<)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s()]*))/;
const plainTerm = /^(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s()]+))/;

export function parseSearch(text: string): Search {
  const tokens = tokenize(text);
  let at = 0;
  const next = () => tokens[at]?.kind;

  function either(): Search {
    const any = [every()];
    while (next() === 'OR') {
      at++;
      any.push(every());
    }
    return any.length === 1 ? any[0]! : { any };
  }

  function every(): Search {
    const all: Search[] = [];
    for (;;) {
      const kind = next();
      if (kind === undefined || kind === 'OR' || kind === ')') return all.length === 1 ? all[0]! : { all };
      if (kind === 'AND') at++;
      else all.push(one());
    }
  }

  function one(): Search {
    const token = tokens[at++];
    if (token?.kind === 'NOT') return { not: one() };
    if (token?.kind === '(') {
      const inner = either();
      if (next() === ')') at++;
      return inner;
    }
    return token?.kind === 'term' ? token.search : { all: [] };
  }

  const all: Search[] = [];
  while (at < tokens.length) {
    all.push(either());
    if (next() === ')') at++;
  }
  return all.length === 1 ? all[0]! : { all };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const [token, length] = read(rest);
    tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

function read(text: string): [Token, number] {
  const first = text[0]!;
  if (first === '(' || first === ')') return [{ kind: first }, 1];
  if (first === '-' && text.length > 1 && !/\s/.test(text[1]!)) return [{ kind: 'NOT' }, 1];
  const [connective] = /^(?:AND|OR|NOT)(?=[\s(]|$)/.exec(text) ?? [];
  if (connective) return [{ kind: connective as 'AND' | 'OR' | 'NOT' }, connective.length];
  const field = fieldTerm.exec(text);
  if (field) {
    const value = unescape(field[3] ?? field[4] ?? field[5] ?? '');
    const comparator = (field[2] ?? ':') as Comparator;
    return [{ kind: 'term', search: { field: field[1]!, comparator, value } }, field[0].length];
  }
  const plain = plainTerm.exec(text);
  const word = unescape(plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? first);
  return [{ kind: 'term', search: { word } }, plain?.[0].length ?? 1];
}

const unescape = (text: string): string => text.replace(/\\(.)/g, '$1');
