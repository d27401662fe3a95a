import { damaged } from './zip-archive.js';

/** Is called for the contents of an XML part, in order; names are without prefix. */
export interface XmlHandler {
  /** @param tag the text between `<` and `>`, for {@link attribute} */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** The whole text between two tags, entities resolved. */
  text(text: string): void;
  /** Whether what it collected should be taken before it is called again. */
  readonly isFull?: boolean;
  /** May handle a whole element at `open`, for speed; returns the position after it, or -1 to be called for its parts. */
  skim?(text: string, open: number): number;
  /** The error for a text or tag longer than allowed. */
  tooLong(): Error;
}

const CDATA = '<![CDATA[';
const COMMENT = '<!--';
const SLASH = 47;
const COLON = 58;
const EXCLAMATION = 33;
const QUESTION = 63;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Scans XML piece by piece. Document types are rejected, so there are no entities to expand or fetch. */
export class XmlScanner {
  private text = '';
  private position = 0;
  private depth = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly longest: number,
  ) {}

  push(piece: string): void {
    if (piece.includes('\0')) throw damaged('it holds a NUL character');
    this.text = this.text.slice(this.position) + piece;
    this.position = 0;
  }

  /** Calls the handler for the text so far. @returns true when the handler is full before the end */
  read(): boolean {
    const { text, handler } = this;
    while (!handler.isFull) {
      const open = text.indexOf('<', this.position);
      if (open === -1) return this.waitForMore();
      if (open > this.position) handler.text(resolveEntities(text.slice(this.position, open)));
      this.position = open;
      const skimmed = handler.skim?.(text, open) ?? -1;
      const next = skimmed === -1 ? this.markup(text, open) : skimmed;
      if (next === -1) return this.waitForMore();
      this.position = next;
    }
    return true;
  }

  private waitForMore(): false {
    if (this.text.length - this.position > this.longest) throw this.handler.tooLong();
    return false;
  }

  /** @throws SpreadsheetError when the text is incomplete */
  end(): void {
    if (this.depth !== 0 || this.text.slice(this.position).trim() !== '')
      throw damaged('one of its parts ends too early');
  }

  /** Reads the markup at `open`; returns the position after it, or -1 when it continues in the next piece. */
  private markup(text: string, open: number): number {
    switch (text.charCodeAt(open + 1)) {
      case SLASH:
        return this.closingTag(text, open);
      case QUESTION:
        return after(text, '?>', open);
      case EXCLAMATION:
        return this.declaration(text, open);
      default:
        return this.openingTag(text, open);
    }
  }

  private openingTag(text: string, open: number): number {
    const end = endOfTag(text, open + 1);
    if (end === -1) return -1;
    const empty = text.charCodeAt(end - 1) === SLASH;
    const tag = text.slice(open + 1, empty ? end - 1 : end);
    const name = localName(tag);
    this.handler.open(name, tag);
    if (empty) this.handler.close(name);
    else this.depth += 1;
    return end + 1;
  }

  private closingTag(text: string, open: number): number {
    const end = text.indexOf('>', open);
    if (end === -1) return -1;
    this.handler.close(localName(text.slice(open + 2, end)));
    this.depth -= 1;
    return end + 1;
  }

  private declaration(text: string, open: number): number {
    if (text.startsWith(COMMENT, open)) return after(text, '-->', open + COMMENT.length);
    if (text.startsWith(CDATA, open)) {
      const end = text.indexOf(']]>', open);
      if (end !== -1) this.handler.text(text.slice(open + CDATA.length, end));
      return end === -1 ? -1 : end + 3;
    }
    if (text.length - open < CDATA.length) return -1;
    throw damaged('it holds a document type, which workbooks must not');
  }
}

/** The value of a tag's attribute; prefixes are ignored. */
export function attribute(tag: string, name: string): string | undefined {
  for (let equals = tag.indexOf('='); equals !== -1;) {
    let open = equals + 1;
    while (isSpace(tag.charCodeAt(open))) open += 1;
    const close = tag.indexOf(tag.charAt(open), open + 1);
    if (close === -1) return undefined;
    let end = equals;
    while (isSpace(tag.charCodeAt(end - 1))) end -= 1;
    const before = tag.charCodeAt(end - name.length - 1);
    if (tag.startsWith(name, end - name.length) && (isSpace(before) || before === COLON)) {
      return resolveEntities(tag.slice(open + 1, close));
    }
    equals = tag.indexOf('=', close + 1);
  }
  return undefined;
}

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

/** XML allows neither NUL nor lone surrogates. */
function isCharacter(code: number): boolean {
  return code !== 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

function localName(tag: string): string {
  let start = 0;
  let end = 0;
  for (; end < tag.length && !isSpace(tag.charCodeAt(end)); end += 1) {
    if (tag.charCodeAt(end) === COLON) start = end + 1;
  }
  return tag.slice(start, end);
}

/** An attribute's value may contain `>`. */
function endOfTag(text: string, start: number): number {
  let quote = 0;
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function after(text: string, end: string, start: number): number {
  const found = text.indexOf(end, start);
  return found === -1 ? -1 : found + end.length;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}
