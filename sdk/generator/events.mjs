import { comment } from './comments.mjs';
import { capitalized } from './names.mjs';

/** What each type of event carries; what several carry alike has a name. Answers the names with it. */
export function eventData(document) {
  const shapes = new Map();
  for (const [type, { post }] of Object.entries(document['x-webhooks'] ?? {})) {
    const [, { properties }] = post.requestBody.content['application/json'].schema.properties.data.allOf;
    const text = typeOf(properties.data, '');
    const types = shapes.get(text)?.types ?? [];
    shapes.set(text, { types: [...types, { type, summary: post.summary }] });
  }
  const named = [...shapes].filter(([, { types }]) => types.length > 1);
  for (const [text, shape] of named) shapes.get(text).name = `${pascal(shape.types[0].type)}Data`;
  const order = Object.keys(document['x-webhooks'] ?? {});
  const members = [...shapes]
    .flatMap(([text, { types, name }]) => types.map((one) => ({ ...one, is: name ?? indented(text) })))
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
    .map(({ type, summary, is }) => `${comment([summary], '    ')}    '${type}': ${is};\n`);
  const interfaces = named.map(
    ([text, { types, name }]) =>
      `${comment([`What these carry: ${types.map(({ type }) => `\`${type}\``).join(', ')}. Fields may be added.`])}export interface ${name} ${text}\n`,
  );
  const text = `${interfaces.join('')}/** What each type of event carries in its \`data\`. Fields may be added. */
export interface EventDataByType {
${members.join('')}}
`;
  return { text, names: [...named.map(([, { name }]) => name), 'EventDataByType'] };
}

/** The event of the feed, told apart by its `type`. @param source as it was made from the document, open to any data */
export function eventSource(source) {
  const typed = source
    .replace(/\n {4}type: EventType;/, '\n    type: Type;')
    .replace(/\n {4}data: Record<string, any>;/, '\n    data: EventDataByType[Type];')
    .replace(
      /(import [^\n]*\n)\/\*\*\n \* (.*)\n \*\/\nexport type Event = /,
      "$1import type { EventDataByType } from './EventData';\ntype EventFields<Type extends EventType> = ",
    );
  if (typed.match(/\[Type\]|: Type;|EventFields/g)?.length !== 3)
    throw new Error('The event is not described as the SDK knows it; see sdk/generator/events.mjs.');
  return `${typed.trimEnd()}
/** An event of this type, or of any of these types. */
export type EventOf<Type extends EventType> = { [One in Type]: EventFields<One> }[Type];
/**
 * One thing that happened: \`type\` tells what \`data\` holds. Types may be added: pass over those you do not know.
 */
export type Event = EventOf<EventType>;
`;
}

/** What receivers of webhooks are sent, told apart by `type`. */
export const webhookEventSource = `import type { EventOf } from './Event';
import type { EventType } from './EventType';
/** What receivers of webhooks are sent: \`type\` tells what \`data.data\` holds. Types may be added: pass over those you do not know. */
export type WebhookEvent = {
    [Type in EventType]: {
        type: Type;
        /** When it happened. */
        timestamp: string;
        /** The event, as the feed has it. */
        data: EventOf<Type>;
    };
}[EventType];
`;

const pascal = (type) => type.split(/[._]/).map(capitalized).join('');

const indented = (text) => text.replaceAll('\n', '\n    ');

const plain = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean' };

function typeOf(schema, indent) {
  const type = notNullType(schema, indent);
  return schema.nullable ? `${type} | null` : type;
}

function notNullType({ type, items, properties, required = [] }, indent) {
  if (plain[type]) return plain[type];
  if (type === 'array') return `Array<${typeOf(items, indent)}>`;
  if (type !== 'object' || !properties) throw new Error(`The SDK has no type for a ${type} of an event.`);
  const inner = `${indent}    `;
  const members = Object.entries(properties).map(
    ([name, property]) =>
      `${comment([property.description], inner)}${inner}${name}${required.includes(name) ? '' : '?'}: ${typeOf(property, inner)};\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}
