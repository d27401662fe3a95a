/** Finds the mutations of a file in its syntax tree. */
import ts from 'typescript';
import { isSql, sqlMutations } from './sql-operators.mjs';

const K = ts.SyntaxKind;

const binarySwaps = new Map([
  [K.LessThanToken, ['boundary', '<=']],
  [K.LessThanEqualsToken, ['boundary', '<']],
  [K.GreaterThanToken, ['boundary', '>=']],
  [K.GreaterThanEqualsToken, ['boundary', '>']],
  [K.EqualsEqualsEqualsToken, ['equality', '!==']],
  [K.ExclamationEqualsEqualsToken, ['equality', '===']],
  [K.AmpersandAmpersandToken, ['logic', '||']],
  [K.BarBarToken, ['logic', '&&']],
  [K.PlusToken, ['arithmetic', '-']],
  [K.MinusToken, ['arithmetic', '+']],
  [K.AsteriskToken, ['arithmetic', '/']],
  [K.SlashToken, ['arithmetic', '*']],
]);

const callSwaps = new Map([
  ['Math.ceil', 'Math.floor'],
  ['Math.floor', 'Math.ceil'],
  ['Math.min', 'Math.max'],
  ['Math.max', 'Math.min'],
]);
const methodSwaps = new Map([
  ['some', 'every'],
  ['every', 'some'],
]);
/** Calls in a chain that people forget. */
const links = new Set(
  'where,andWhere,filter,slice,sort,toSorted,reverse,trim,toLowerCase,toUpperCase,normalize,orderBy,replace,replaceAll'.split(
    ',',
  ),
);
/** Names of durations, which no test should pin to the millisecond. */
const durations = /(seconds|milliseconds|ms|millis|patience|timeout|hours|days)$/i;
/** Objects whose properties are conditions or changes of rows. */
const rowCalls = /\.(find\w*|count|nativeUpdate|nativeDelete|upsert|create|assign)$/;

/** @returns every mutation of `text`: operator, start, length and replacement */
export function mutationsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (operator, node, replacement, start = node.getStart(source), end = node.getEnd()) =>
    found.push({ operator, start, length: end - start, replacement });
  visit(source);
  return found;

  function visit(node) {
    if (isOutOfScope(node)) return;
    mutate(node);
    ts.forEachChild(node, visit);
  }

  function mutate(node) {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return sql(node);
    if (ts.isBinaryExpression(node)) return binary(node);
    if (ts.isIfStatement(node)) return ifStatement(node);
    if (ts.isConditionalExpression(node)) return add('condition', node.condition, negated(node.condition));
    if (ts.isExpressionStatement(node)) return statement(node);
    if (ts.isCallExpression(node)) return call(node);
    if (ts.isNumericLiteral(node)) return number(node);
    if (node.kind === K.TrueKeyword) return add('literal', node, 'false');
    if (node.kind === K.FalseKeyword) return add('literal', node, 'true');
    if (ts.isArrayLiteralExpression(node)) return elements(node);
    if (ts.isRegularExpressionLiteral(node)) return regularExpression(node);
  }

  function binary(node) {
    const { operatorToken, left, right } = node;
    if (operatorToken.kind === K.QuestionQuestionToken) return add('fallback', node, left.getText(source));
    const [operator, replacement] = binarySwaps.get(operatorToken.kind) ?? [];
    if (!operator) return;
    if (
      operator === 'arithmetic' &&
      [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side))
    )
      return;
    add(operator, operatorToken, replacement);
  }

  function ifStatement(node) {
    add('condition', node.expression, negated(node.expression));
    const last = ts.isBlock(node.thenStatement) ? node.thenStatement.statements.at(-1) : node.thenStatement;
    const isGuard =
      last && (ts.isThrowStatement(last) || ts.isReturnStatement(last) || ts.isContinueStatement(last));
    if (isGuard && !node.elseStatement) add('guard', node, ';');
  }

  function negated(condition) {
    const bare = ts.isPrefixUnaryExpression(condition) && condition.operator === K.ExclamationToken;
    return bare ? condition.operand.getText(source) : `!(${condition.getText(source)})`;
  }

  function statement(node) {
    const { expression } = node;
    if (isLogging(expression)) return;
    const isCall = ts.isCallExpression(ts.isAwaitExpression(expression) ? expression.expression : expression);
    const isChange =
      ts.isBinaryExpression(expression) &&
      expression.operatorToken.kind >= K.FirstAssignment &&
      expression.operatorToken.kind <= K.LastAssignment;
    if (isCall || isChange) add('statement', node, ';');
    if (ts.isAwaitExpression(expression))
      add('await', expression, `void ${expression.expression.getText(source)}`);
  }

  function call(node) {
    const callee = node.expression.getText(source);
    if (callSwaps.has(callee)) add('rounding', node.expression, callSwaps.get(callee));
    if (!ts.isPropertyAccessExpression(node.expression)) return;
    const { name, expression } = node.expression;
    if (methodSwaps.has(name.text)) add('quantifier', name, methodSwaps.get(name.text));
    if (links.has(name.text)) add('link', node, expression.getText(source));
    const isRowCall = rowCalls.test(callee.replace(/\s+/g, ''));
    if (!isRowCall) return;
    for (const argument of node.arguments)
      if (ts.isObjectLiteralExpression(argument))
        argument.properties.forEach((property) => without('property', property));
  }

  function number(node) {
    const declared = ts.findAncestor(
      node,
      (one) => ts.isVariableDeclaration(one) || ts.isPropertyAssignment(one),
    );
    if (declared && durations.test(declared.name.getText(source))) return;
    if (
      ts.isCallExpression(node.parent) &&
      /^set(Timeout|Interval)$/.test(node.parent.expression.getText(source))
    )
      return;
    if (isFallbackOfIndex(node)) return;
    const value = Number(node.text);
    if (!Number.isSafeInteger(value) || value >= 1000 || isNegated(node)) return;
    add('literal', node, String(value + 1));
  }

  function elements(node) {
    if (node.elements.length > 0 && node.elements.every((element) => ts.isStringLiteral(element)))
      node.elements.forEach((element) => without('element', element));
  }

  /** Removes one item of a list with the comma after it. */
  function without(operator, node) {
    const comma = /^\s*,/.exec(text.slice(node.getEnd()))?.[0].length ?? 0;
    add(operator, node, '', node.getStart(source), node.getEnd() + comma);
  }

  function regularExpression(node) {
    const pattern = node.text;
    if (pattern.startsWith('/^')) add('pattern', node, `/${pattern.slice(2)}`);
    if (/\$\/\w*$/.test(pattern)) add('pattern', node, pattern.replace(/\$(\/\w*)$/, '$1'));
  }

  function sql(node) {
    const raw = node.getText(source);
    if (
      !isSql(raw.slice(1, -1)) ||
      (ts.isPropertyAssignment(node.parent) &&
        /detail|message|summary|description/.test(node.parent.name.getText(source)))
    )
      return;
    const start = node.getStart(source);
    for (const { operator, start: at, length, replacement } of sqlMutations(raw.slice(1, -1)))
      found.push({ operator, start: start + 1 + at, length, replacement });
  }
}

/** `list[i] ?? 0`, whose right side is only there for the compiler. */
const isFallbackOfIndex = ({ parent }) =>
  ts.isBinaryExpression(parent) &&
  parent.operatorToken.kind === K.QuestionQuestionToken &&
  ts.isElementAccessExpression(parent.left);
const isNegated = (node) => ts.isPrefixUnaryExpression(node.parent) && node.parent.operator === K.MinusToken;

/** Code without behaviour to test: types, imports, decorators, texts, logs. */
function isOutOfScope(node) {
  if (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeNode(node) ||
    ts.isDecorator(node)
  )
    return true;
  if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return true;
  return isLogging(node) || (ts.isCallExpression(node) && words.test(calleeOf(node)));
}

const words = /^(problem|described|Symbol)$|\.(meta|describe)$/;
const isLogging = (node) => ts.isCallExpression(node) && /(^|\.)(logger|log)(\.\w+)?$/.test(calleeOf(node));
const calleeOf = (call) => call.expression.getText().replace(/\s+/g, '');
