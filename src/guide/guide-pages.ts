/** A page of the guide: a Markdown file of the repository, and its path under `/docs/guide/`. */
export interface GuidePage {
  /** Empty for the first page. */
  path: string;
  /** From the root of the repository. */
  file: string;
  /** What the navigation calls it. */
  title: string;
  /** What it is about, in a sentence. */
  summary: string;
}

const page = (path: string, file: string, title: string, summary: string): GuidePage => ({
  path,
  file,
  title,
  summary,
});

/** Every page, in the order of reading. */
export const guideParts: readonly { name: string; pages: readonly GuidePage[] }[] = [
  {
    name: 'Begin',
    pages: [
      page('', 'README.md', 'Overview', 'What Waybill is, and the first calls.'),
      page(
        'getting-started',
        'docs/getting-started.md',
        'Getting started',
        'One order from the sign-up of a delivery company to the recipient’s door, call by call.',
      ),
      page(
        'concepts',
        'docs/concepts.md',
        'Concepts',
        'Orders and stops, the states of an order, the two sides, and which role may do what.',
      ),
      page(
        'sandbox',
        'docs/sandbox.md',
        'Sandbox',
        'An organization in which everything can be tried: routes drive themselves, the clock moves, mails stay inside.',
      ),
    ],
  },
  {
    name: 'Work',
    pages: [
      page(
        'spreadsheets',
        'docs/spreadsheets.md',
        'Spreadsheets',
        'How clients hand over orders by spreadsheet, what every column means, and how to correct what is refused.',
      ),
      page(
        'orders',
        'docs/orders.md',
        'Orders and stops',
        'Finding them, exporting them, printing labels, adding stops of your own.',
      ),
      page(
        'routes',
        'docs/routes.md',
        'Routes and proof',
        'Planning and ordering routes, ETAs, proof of delivery that can be checked without the server.',
      ),
      page(
        'shopify',
        'docs/shopify/README.md',
        'Shopify stores',
        'Connecting a store, taking over its orders, having it told what was delivered; and a stub to try it all.',
      ),
    ],
  },
  {
    name: 'Build',
    pages: [
      page(
        'programs',
        'docs/programs.md',
        'Your own program',
        'A program that follows its orders to the door, in Node, in a page and in Python.',
      ),
      page('sdk', 'sdk/README.md', 'SDK', 'The API as typed functions for Node and browsers.'),
      page(
        'webhooks',
        'docs/webhooks.md',
        'Events and webhooks',
        'What happens, as a list, as a stream and as signed webhooks; every type of event.',
      ),
      page('errors', 'docs/errors.md', 'Errors', 'Every error code: what it means and what to do.'),
      page(
        'shopify-stub',
        'tools/shopify-stub/README.md',
        'Stub store',
        'A server that behaves like Shopify, for developing and testing without an account.',
      ),
    ],
  },
  {
    name: 'Run',
    pages: [
      page(
        'deploying',
        'docs/deploying.md',
        'Deploying',
        'Database, files, jobs, containers; from one process to many.',
      ),
      page(
        'scaling',
        'docs/scaling.md',
        'Scaling',
        'From one machine to a cluster: each step, and the arithmetic for a hundred million orders a day.',
      ),
      page('configuration', 'docs/configuration.md', 'Configuration', 'Every setting.'),
      page(
        'operations',
        'docs/operations/README.md',
        'Operations',
        'Health, backup, upgrades, work that failed for good, metrics, traces and alerts.',
      ),
      page(
        'operations/pooler',
        'docs/operations/pooler.md',
        'A pooler',
        'PgBouncer in transaction mode before PostgreSQL: how to set it up, and what goes past it.',
      ),
      page(
        'operations/replica',
        'docs/operations/replica.md',
        'A replica',
        'A streaming replica for reads that may lag: what may be missing, and what is lost when it takes the primary’s place.',
      ),
    ],
  },
  {
    name: 'Project',
    pages: [
      page(
        'contributing',
        'CONTRIBUTING.md',
        'Contributing',
        'How the project is laid out, checked and changed.',
      ),
      page(
        'security',
        'SECURITY.md',
        'Security',
        'How to report a weakness, and how tenants are kept apart.',
      ),
      page('changelog', 'CHANGELOG.md', 'Changelog', 'What changed, for those who run it and who call it.'),
    ],
  },
];

export const guidePages: readonly GuidePage[] = guideParts.flatMap(({ pages }) => pages);
