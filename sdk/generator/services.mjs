import ts from 'typescript';
import { operationComment } from './comments.mjs';
import { capitalized } from './names.mjs';

/**
 * A generated service as a resource: what the path needs, then the body or the query, then `options`.
 * @param operations what is known of each, as `operationsByCall` gives it
 */
export function resourceFrom(source, operations) {
  const file = ts.createSourceFile('service.ts', source, ts.ScriptTarget.Latest, true);
  const service = file.statements.find(ts.isClassDeclaration);
  const methods = service.members
    .filter(ts.isMethodDeclaration)
    .map((method) => methodFrom(method, operations));
  const models = file.statements
    .filter(ts.isImportDeclaration)
    .map((statement) => statement.getText())
    .filter((text) => text.includes("'../models/"));
  const head = source.slice(0, file.statements[0].getStart());
  const used = (type) => methods.some(({ text }) => text.includes(`${type}<`));
  const own = [
    used('PagePromise') && `import type { ${used('Page') ? 'Page, ' : ''}PagePromise } from '../../pages';`,
    methods.some(({ text }) => text.includes('): Download')) &&
      "import type { Download } from '../../files/download';",
    used('Promise<Answer') && "import type { Answer } from '../../transport/response-info';",
    "import type { RequestOptions } from '../../options';",
    "import { Resource } from '../../resource';",
    used('Sparse') && "import type { Sparse } from '../../sparse';",
  ].filter(Boolean);
  const types = methods.flatMap(({ type }) => type ?? []);
  return {
    types: types.map(({ name }) => name),
    text: `${head}${[...models, ...own].join('\n')}
${types.map(({ name, members }) => `export interface ${name} {\n${members}}\n`).join('')}export class ${service.name.text} extends Resource {
${methods.map(({ text }) => text).join('')}}
`,
  };
}

function methodFrom(method, operations) {
  const call = propertiesOf(find(method, ts.isObjectLiteralExpression, isCall));
  const [verb, url] = [call.get('method').text, call.get('url').text];
  const operation = operations.get(`${verb} ${url}`);
  const literal = method.parameters[0]?.type;
  const members = new Map(literal?.members.map((member) => [member.name.getText(), member]));
  const paths = [...propertiesOf(call.get('path'))].map(([key, value]) => [key, value.getText()]);
  const sent = [`method: '${verb}'`, `url: '${url}'`];
  const parameters = paths.map(([, name]) => `${name}: ${typeOf(members, name)}`);
  if (paths.length > 0)
    sent.push(
      `path: { ${paths.map(([key, name]) => (key === name ? key : `'${key}': ${name}`)).join(', ')} }`,
    );

  const { type, argument, property } = contentOf(call, members, operation);
  if (property) sent.push(property);
  if (operation.answers === 'nothing') sent.push("accept: ''");
  if (operation.answers === 'file') sent.push(`accept: '${operation.accept}'`);

  const answer = method.type.typeArguments[0].getText();
  const [does, returns] = {
    page: ['page', `PagePromise<${answer}>`],
    file: ['file', 'Download'],
    nothing: ['call', 'Promise<void>'],
    json: ['call', `Promise<Answer<${answer}>>`],
  }[operation.answers];
  const head = (given, answered, of = '') =>
    `    ${method.name.text}${of}(${[...parameters, given, 'options?: RequestOptions'].filter(Boolean).join(', ')}): ${answered}`;
  const body = ` {
        return this.${does}({ ${sent.join(', ')} }, options);
    }
`;
  const comment = operationComment(operation);
  if (!operation.isSparse) return { type, text: `${comment}${head(argument, returns)}${body}` };
  const some =
    operation.answers === 'page'
      ? `Page<Sparse<${answer}['items'][number], Fields>>`
      : `Sparse<${answer}, Fields>`;
  const [given, without, either] = waysToAsk(members.get('fields'), type);
  const whole = `${comment}${head(`query?: ${without}`, returns)};\n`;
  const sparse = `${comment}${head(`query: ${given}`, returns.replace(answer, some), `<const Fields extends ${listOf(members.get('fields'))}>`)};\n`;
  return { type, text: `${sparse}${whole}${head(`query?: ${either}`, returns)}${body}` };
}

const listOf = ({ type }) => `Readonly<${type.getText()}>`;

/** A query with `fields`, one without, and any: what is answered depends on them. */
function waysToAsk(fields, type) {
  const only = type ? `${type.name} & ` : '';
  const words = ts.getJSDocCommentsAndTags(fields).map(({ comment }) => `/** ${comment} */ `);
  return [`{ ${words.join('')}fields: Fields }`, '{ fields?: never }', `{ fields?: ${listOf(fields)} }`].map(
    (own) => only + own,
  );
}

/** The body, the form or the query: an operation has one of them. */
function contentOf(call, members, { id, bodyIsRequired, isSparse }) {
  const isQuestion = { true: '', false: '?' }[bodyIsRequired];
  if (call.has('query') && (call.has('body') || call.has('formData')))
    throw new Error(`${id} has both a query and a body; the SDK's calls take one.`);
  if (call.has('query')) {
    const names = [...propertiesOf(call.get('query'))].map(([key, value]) => {
      if (key !== value.getText()) throw new Error(`${id}: ${key} cannot stand in a query object.`);
      return key;
    });
    const name = `${capitalized(id)}Query`;
    // `waysToAsk` has the others.
    const given = names.filter((key) => !isSparse || key !== 'fields').map((key) => members.get(key));
    if (given.length === 0) return { property: 'query' };
    const question = given.some(({ questionToken }) => !questionToken) ? '' : '?';
    return { type: typeFrom(name, given), argument: `query${question}: ${name}`, property: 'query' };
  }
  const [sent] = ['body', 'formData'].filter((key) => call.has(key));
  if (!sent) return {};
  const { type } = members.get(call.get(sent).getText());
  const property = sent === 'body' ? 'body' : 'formData: body';
  if (!ts.isTypeLiteralNode(type)) return { argument: `body${isQuestion}: ${type.getText()}`, property };
  const name = `${capitalized(id)}${sent === 'body' ? 'Body' : 'Form'}`;
  return { type: typeFrom(name, type.members), argument: `body${isQuestion}: ${name}`, property };
}

function typeFrom(name, members) {
  const lines = members.map((member) => {
    const words = ts
      .getJSDocCommentsAndTags(member)
      .map((doc) => `    ${doc.getText().replace(/\n[ \t]+\*/g, '\n     *')}\n`);
    return `${words.join('')}    ${member.name.getText()}${member.questionToken ? '?' : ''}: ${member.type.getText()};\n`;
  });
  return { name, members: lines.join('') };
}

function typeOf(members, name) {
  return members.get(name).type.getText();
}

function isCall(node) {
  return node.properties.some((property) => property.name?.getText() === 'url');
}

function propertiesOf(literal) {
  return new Map(literal?.properties.map(({ name, initializer }) => [name.text, initializer]));
}

function find(node, ...tests) {
  if (tests.every((test) => test(node))) return node;
  return ts.forEachChild(node, (child) => find(child, ...tests));
}
