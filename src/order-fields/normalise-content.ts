import { type OrderContent } from './order-content.js';
import { type ParseContext } from './field-definition.js';
import { type OrderField } from './order-field.js';
import { orderFieldOf } from './order-fields.js';
import { isCountryCode } from './parsers/country.js';
import { Doubt, type FieldProblem, type FieldWarningCode, Refusal, sentence } from './problems.js';

const COUNTRY = orderFieldOf('address.country');
const PHONE = orderFieldOf('recipient.phone');

interface NormalisedContent<T extends OrderContent> {
  content: T;
  warnings: FieldProblem<FieldWarningCode>[];
}

/**
 * Converts the country to its ISO alpha-2 code and the phone to E.164, as the row check does, in an order
 * that has passed `orderContent`. Does not change its argument; unreadable values stay as typed, with a
 * warning.
 */
export function normaliseContent<T extends OrderContent>(
  checked: T,
  context: ParseContext,
): NormalisedContent<T> {
  const content = { ...checked, address: { ...checked.address }, recipient: { ...checked.recipient } };
  const warnings: FieldProblem<FieldWarningCode>[] = [];
  const reread = (field: OrderField, countryCode: string | null) => {
    const text = field.print(content);
    const parsed = text === '' ? null : field.parse(text, { countryCode });
    if (parsed === null || parsed instanceof Refusal) return;
    if (parsed instanceof Doubt) {
      const detail = sentence(field.header, text, parsed.says);
      warnings.push({ field: field.name, code: parsed.code, detail, value: text });
    }
    const value = parsed instanceof Doubt ? parsed.value : parsed;
    if (value !== null) field.set(content, value);
  };
  reread(COUNTRY, null);
  const { country } = content.address;
  reread(PHONE, isCountryCode(country) ? country : context.countryCode);
  return { content, warnings };
}

/** Whether `normaliseContent` reads it without knowing where its client is. */
export function isReadAlike({ address, recipient }: OrderContent): boolean {
  const { phone } = recipient;
  return phone === null || phone.startsWith('+') || isCountryCode(address.country);
}
