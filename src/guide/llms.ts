import { guideParts } from './guide-pages.js';

/** What the guide has, for language models: https://llmstxt.org. */
export function llmsText(publicUrl: string): string {
  const parts = guideParts.map(({ name, pages }) =>
    [
      `## ${name}`,
      '',
      ...pages.map(
        ({ path, title, summary }) =>
          `- [${title}](${publicUrl}/docs/guide/${path || 'index'}.md): ${summary}`,
      ),
    ].join('\n'),
  );
  return `# Waybill

> The open client-portal API for delivery teams. Clients draft and submit orders by hand, by spreadsheet, by API or from their store; dispatchers put them on routes; drivers deliver them; recipients follow them.

Every call needs \`Authorization: Bearer\` with an access token or an API key. Errors are problem details (RFC 9457): their \`type\` is a URL that says what they mean and what to do.

## API

- [OpenAPI 3.0](${publicUrl}/openapi.json): Every operation, with examples
- [OpenAPI 3.1](${publicUrl}/openapi-3.1.json): The same, with the webhooks
- [Errors](${publicUrl}/docs/guide/errors.md): Every error code
- [SDK](${publicUrl}/docs/guide/sdk.md): The API as typed functions

${parts.join('\n\n')}
`;
}
