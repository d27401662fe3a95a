import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { registry } from '../../src/metrics/measures.js';
import { StoredMetrics } from '../../src/metrics/serving/stored-metrics.js';
import { call } from '../support/http.js';
import { askedIn } from '../support/promql.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Panel {
  title: string;
  targets?: { expr: string; legendFormat: string }[];
}

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}

const token = 'metrics-token-metrics-token';
const folder = 'docs/operations';
/** Put to every sample by Prometheus, or to those of its own kinds of metrics. */
const ofPrometheus = ['instance', 'job', 'le'];

const dashboard = JSON.parse(readFileSync(`${folder}/grafana-dashboard.json`, 'utf8')) as { panels: Panel[] };
const alerts = load(readFileSync(`${folder}/alerts.yml`, 'utf8')) as { groups: { rules: Rule[] }[] };
const rules = alerts.groups.flatMap((group) => group.rules);
const panels = dashboard.panels.filter(({ targets }) => targets);
/** Grafana puts its own in place of these. */
const plain = (expression: string) =>
  expression.replaceAll('$__rate_interval', '5m').replaceAll('$instance', '.*');
const queries = [
  ...panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({ of: title, expr: plain(expr) })),
  ),
  ...rules.map(({ alert, expr }) => ({ of: alert, expr })),
];

describe('the dashboard and the alert rules', () => {
  let app: TestApp;
  /** The labels of each name that the page answers. */
  const known = new Map<string, string[]>();

  beforeAll(async () => {
    app = await startTestApp({ env: { METRICS_TOKEN: token } });
    const page = (await call(app, 'GET', '/metrics', { token })).text;
    for (const [, name, type] of page.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
      const metric =
        registry.getSingleMetric(name!) ?? app.nest.get(StoredMetrics).registry.getSingleMetric(name!);
      const { labelNames } = metric as unknown as { labelNames: string[] };
      for (const part of type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''])
        known.set(name! + part, labelNames);
    }
  });
  afterAll(() => app.close());

  it('ask for metrics, and labels of them, that are answered', () => {
    const wrong = queries.flatMap(({ of, expr }) => {
      const { selectors, grouping } = askedIn(expr);
      const given = new Set([...selectors.flatMap(({ metric }) => known.get(metric) ?? []), ...ofPrometheus]);
      return [
        ...selectors.filter(({ metric }) => !known.has(metric)).map(({ metric }) => `${of}: ${metric}`),
        ...selectors.flatMap(({ metric, labels }) =>
          labels
            .filter((label) => ![...(known.get(metric) ?? []), ...ofPrometheus].includes(label))
            .map((label) => `${of}: ${metric}{${label}}`),
        ),
        ...grouping.filter((label) => !given.has(label)).map((label) => `${of}: by ${label}`),
      ];
    });
    expect(wrong).toEqual([]);
    expect(queries.length).toBeGreaterThan(25);
  });

  it('show every metric of our own', () => {
    const asked = new Set(queries.flatMap(({ expr }) => askedIn(expr).selectors.map(({ metric }) => metric)));
    const own = [...known.keys()].filter(
      (name) => name.startsWith('waybill_') && !/_(sum|count)$/.test(name),
    );
    // When the newest event was written is for comparisons, no curve to look at.
    expect(own.filter((name) => !asked.has(name))).toEqual(['waybill_events_newest_timestamp_seconds']);
  });

  it('are told from each other, and say what to do', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const [summaries, severities] = [
      rules.map(({ annotations }) => annotations.summary && annotations.description),
      rules.map(({ labels }) => labels.severity),
    ];
    expect(summaries.every(Boolean)).toBe(true);
    expect(severities.filter((severity) => severity !== 'page' && severity !== 'ticket')).toEqual([]);
    const titles = panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('what is asked in an expression', () => {
  it('is found, and what is no expression is refused', () => {
    expect(askedIn('sum by (a) (rate(x_total{b="c"}[5m])) / on (d) y')).toEqual({
      selectors: [
        { metric: 'x_total', labels: ['b'] },
        { metric: 'y', labels: [] },
      ],
      grouping: ['a', 'd'],
    });
    expect(() => askedIn('sum by (a')).toThrow('No PromQL');
  });
});
