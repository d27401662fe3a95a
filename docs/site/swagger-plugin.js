/** The words of an operation by which it is found. */
const wordsOf = (tag, entry) => {
  const operation = entry.get('operation');
  return [tag, entry.get('method'), entry.get('path'), operation.get('summary'), operation.get('operationId')]
    .join(' ')
    .toLowerCase();
};

/** Those parts and their operations in which every word of the phrase occurs. */
function opsFilter(taggedOperations, phrase) {
  const wanted = phrase.toLowerCase().split(/\s+/).filter(Boolean);
  return taggedOperations
    .map((part, tag) =>
      part.update('operations', (operations) =>
        operations.filter((entry) => {
          const words = wordsOf(tag, entry);
          return wanted.every((word) => words.includes(word));
        }),
      ),
    )
    .filter((part) => part.get('operations').size > 0);
}

const phraseOf = (system) => {
  const phrase = system.layoutSelectors.currentFilter();
  return typeof phrase === 'string' ? phrase.trim() : '';
};

/**
 * What this page does differently from Swagger UI.
 * @param signIn called where Swagger UI would ask for tokens
 */
export const swaggerPlugin = (signIn) => (system) => {
  const { createElement } = system.React;

  function Finder() {
    const phrase = system.layoutSelectors.currentFilter();
    const found = system.specSelectors
      .taggedOperations()
      .reduce((sum, part) => sum + part.get('operations').size, 0);
    return createElement(
      'div',
      { className: 'wrapper finder', role: 'search' },
      createElement('label', { htmlFor: 'find' }, 'Find an operation'),
      createElement('input', {
        id: 'find',
        type: 'search',
        placeholder: 'import, routes start, PATCH depots …',
        value: typeof phrase === 'string' ? phrase : '',
        onChange: ({ target }) => system.layoutActions.updateFilter(target.value || true),
      }),
      createElement('p', { role: 'status' }, `${found} ${found === 1 ? 'operation' : 'operations'}`),
    );
  }

  /** What holds for every call is read once, and then stands in the way of the operations. */
  const withRules = (Original) =>
    function Information(props) {
      const Markdown = system.getComponent('Markdown', true);
      const rules = system.specSelectors.info().get('x-rules');
      return createElement(
        'div',
        null,
        createElement(Original, props),
        createElement(
          'details',
          { className: 'wrapper rules' },
          createElement('summary', null, 'What holds for every call: errors, paging, idempotency, limits'),
          createElement('div', { className: 'renderedMarkdown' }, createElement(Markdown, { source: rules })),
        ),
      );
    };

  const nothing = () => null;
  return {
    fn: { opsFilter },
    components: {
      FilterContainer: Finder,
      AuthorizeBtnContainer: nothing,
      ServersContainer: nothing,
      InfoUrl: nothing,
      Contact: nothing,
    },
    wrapComponents: { InfoContainer: withRules },
    statePlugins: {
      auth: { wrapActions: { showDefinitions: () => (shown) => shown && signIn() } },
      layout: {
        // Its own `show` adds to the history, which a way through the history must not.
        actions: { unfold: (...thing) => ({ type: 'layout_show', payload: { thing, shown: true } }) },
        // Its own does not know of the header.
        wrapActions: { scrollToElement: () => (element) => void element.scrollIntoView() },
        wrapSelectors: {
          // What was found is in parts that are folded otherwise.
          isShown: (original) => (_state, thing, fallback) =>
            (thing[0] === 'operations-tag' && phraseOf(system) !== '') || original(thing, fallback),
        },
      },
    },
  };
};
