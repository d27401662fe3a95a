export interface DeclaredHeader {
  required?: boolean;
  schema: { type: string; enum?: string[]; minimum?: number };
}

/** Of HTTP itself, of CORS and of browsers' protection: no part of the API. */
const transport =
  /^(connection|content-(length|security-policy|type)|date|keep-alive|transfer-encoding|vary|access-control-.*|cross-origin-.*|origin-agent-cluster|referrer-policy|strict-transport-security|x-(content-type-options|dns-prefetch-control|download-options|frame-options|permitted-cross-domain-policies|xss-protection))$/;

/** What is wrong with the headers of an answer, beside those that the document declares for it. */
export function headerFaults(declared: Record<string, DeclaredHeader>, sent: Headers): string[] {
  const names = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const undeclared = [...sent.keys()].filter((name) => !names.has(name) && !transport.test(name));
  return [
    ...undeclared.map((name) => `header ${name} is not in the document`),
    ...Object.entries(declared).flatMap(([name, header]) => faultsOf(name, header, sent.get(name))),
  ];
}

function faultsOf(name: string, { required, schema }: DeclaredHeader, value: string | null): string[] {
  if (value === null) return required ? [`header ${name} is missing`] : [];
  const isWrong =
    (schema.enum && !schema.enum.includes(value)) ||
    (schema.type === 'integer' &&
      !(Number.isInteger(Number(value)) && Number(value) >= (schema.minimum ?? 0)));
  return isWrong ? [`header ${name} is ${value}, which the document does not allow`] : [];
}
