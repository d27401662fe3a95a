import { comment } from './comments.mjs';

/** What receivers of webhooks are sent, told apart by `type`. */
export function webhookEventSource(document) {
  const members = Object.entries(document['x-webhooks'] ?? {}).map(([type, { post }]) => {
    const [, { properties }] = post.requestBody.content['application/json'].schema.properties.data.allOf;
    return `${comment([post.summary], '    ')}    '${type}': ${typeOf(properties.data, '    ')};\n`;
  });
  return `import type { Event } from './Event';
/** What each type of event carries in its \`data\`. Fields may be added. */
export interface EventDataByType {
${members.join('')}}
/** What receivers of webhooks are sent: \`type\` tells what \`data.data\` holds. Types may be added: pass over those you do not know. */
export type WebhookEvent = {
    [Type in keyof EventDataByType]: {
        type: Type;
        /** When it happened. */
        timestamp: string;
        /** The event, as the feed has it. */
        data: Omit<Event, 'type' | 'data'> & { type: Type; data: EventDataByType[Type] };
    };
}[keyof EventDataByType];
`;
}

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
