import { parser } from '@prometheus-io/lezer-promql';

/** A metric that an expression asks for, with the labels it is selected by. */
export interface Asked {
  metric: string;
  labels: string[];
}

/**
 * What an expression of PromQL asks for, and the labels it groups or joins by.
 * @throws Error when it is no PromQL
 */
export function askedIn(expression: string): { selectors: Asked[]; grouping: string[] } {
  const selectors: Asked[] = [];
  const grouping: string[] = [];
  parser.parse(expression).iterate({
    enter(node) {
      const text = expression.slice(node.from, node.to);
      if (node.type.isError) throw new Error(`No PromQL at “${expression.slice(node.from)}”: ${expression}`);
      if (node.name === 'VectorSelector') selectors.push({ metric: '', labels: [] });
      if (node.name === 'Identifier' && node.node.parent?.name === 'VectorSelector')
        selectors.at(-1)!.metric = text;
      if (node.name !== 'LabelName') return;
      if (node.node.parent?.name === 'GroupingLabels') grouping.push(text);
      else selectors.at(-1)!.labels.push(text);
    },
  });
  return { selectors, grouping };
}
