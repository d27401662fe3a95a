import ts from 'typescript';

/** ES modules name their files; the generator does not. */
export function withFileNames(source) {
  return source.replace(/(from '\.[^']*)'/g, "$1.js'");
}

/** What may be left out may be undefined as well, for programs under `exactOptionalPropertyTypes`. */
export function openToUndefined(source) {
  const ends = [];
  const visit = (node) => {
    if (ts.isPropertySignature(node) && node.questionToken && node.type) ends.push(node.type.end);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('generated.ts', source, ts.ScriptTarget.Latest));
  return ends
    .sort((a, b) => b - a)
    .reduce((text, end) => `${text.slice(0, end)} | undefined${text.slice(end)}`, source);
}
