const width = 116;

/** A comment in front of a declaration, from paragraphs and lines; empty ones are left out. */
export function comment(parts, indent = '') {
  const lines = parts
    .filter(Boolean)
    .flatMap((part) => part.replaceAll('*/', '*\\/').split('\n'))
    .flatMap((line) => wrapped(line.trimEnd(), width - indent.length))
    .map((line) => `${indent} * ${line}`.trimEnd());
  return lines.length === 0 ? '' : `${indent}/**\n${lines.join('\n')}\n${indent} */\n`;
}

function wrapped(line, most) {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** What an editor shows of an operation: its words, its arguments, its answer and its own errors. */
export function operationComment({ summary, description, paths, returns, codes, answers }) {
  const arguments_ = paths
    .filter((path) => path.description)
    .map(({ name, description }) => `@param ${name} ${oneLine(description)}`);
  const tags = [
    ...arguments_,
    returns && answers !== 'nothing' && `@returns ${oneLine(returns)}`,
    codes.length > 0 && `@throws WaybillError ${codes.map((code) => `\`${code}\``).join(', ')}`,
  ].filter(Boolean);
  return comment(
    [summary, description && `\n${description}`, tags.length > 0 && `\n${tags.join('\n')}`],
    '    ',
  );
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
