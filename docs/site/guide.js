/* global document, navigator, matchMedia */

// Without a script all of the guide can be read; this adds the search, and copying.

const byId = (id) => document.getElementById(id);
const input = byId('search');
const found = byId('found');
const list = found.querySelector('ul');

/** Loaded when somebody looks for something first. */
let index;
const load = () =>
  (index ??= Promise.all([
    import('./minisearch.js'),
    fetch(new URL('search.json', import.meta.url)).then((answer) => answer.json()),
  ]).then(([{ default: MiniSearch }, sections]) => {
    const made = new MiniSearch({
      fields: ['title', 'page', 'text'],
      storeFields: ['title', 'page', 'href', 'text'],
      // Codes and settings are found whole and by their words.
      tokenize: (text) =>
        text.split(/[^\p{L}\p{N}_]+/u).flatMap((word) => [word, ...word.split('_').slice(1)]),
      searchOptions: {
        boost: { title: 4, page: 2 },
        prefix: true,
        fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      },
    });
    made.addAll(sections);
    return made;
  }));

/** Some text around the first place that fits. */
function excerpt(text, terms) {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, text.length) - 30);
  return (places.length > 0 && from > 0 ? '…' : '') + text.slice(places.length > 0 ? from : 0, from + 160);
}

function entryOf({ title, page, href, text, terms }) {
  const link = document.createElement('a');
  link.href = new URL(`../${href}`, import.meta.url);
  const name = document.createElement('b');
  name.textContent = title;
  const rest = document.createElement('span');
  rest.textContent = excerpt(text, terms);
  link.append(name, title === page ? '' : ` – ${page}`, rest);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

async function show() {
  const words = input.value.trim();
  if (words === '') return close();
  try {
    const hits = (await load()).search(words, { combineWith: 'AND' }).slice(0, 12);
    // Somebody may have typed on meanwhile.
    if (words !== input.value.trim()) return;
    byId('count').textContent = hits.length === 0 ? 'Nothing found' : `${hits.length} found`;
    list.replaceChildren(...hits.map(entryOf));
  } catch {
    index = undefined;
    byId('count').textContent = 'The search could not be loaded. Try again.';
  }
  found.hidden = false;
}

function close() {
  found.hidden = true;
}

/** The field and the results, in the order in which arrows go through them. */
function move(step) {
  const stops = [input, ...list.querySelectorAll('a')];
  const next = stops[stops.indexOf(document.activeElement) + step];
  next?.focus();
}

function onKey(event) {
  const { key } = event;
  if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
  else if (key === 'Escape') {
    close();
    input.focus();
  } else if (key === 'Enter' && event.target === input) list.querySelector('a')?.click();
  else return;
  event.preventDefault();
}

const search = document.querySelector('search');
search.hidden = false;
input.addEventListener('focus', load);
input.addEventListener('input', show);
search.addEventListener('keydown', onKey);
search.addEventListener('focusout', ({ relatedTarget }) => {
  if (!search.contains(relatedTarget)) close();
});
input.addEventListener(
  'focus',
  () => list.childElementCount > 0 && input.value.trim() !== '' && (found.hidden = false),
);
list.addEventListener('click', close);
document.addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
});

// A menu that covers the text goes when one of its links leads to a place on this page.
const pages = byId('pages');
pages.addEventListener('click', ({ target }) => {
  if (target.closest('a') && pages.matches(':popover-open')) pages.hidePopover();
});
// A wide window has the menu beside the text.
matchMedia('(min-width: 56.01rem)').addEventListener('change', () => {
  if (pages.matches(':popover-open')) pages.hidePopover();
});

if (navigator.clipboard)
  for (const block of document.querySelectorAll('pre')) {
    const frame = document.createElement('div');
    frame.className = 'block';
    block.replaceWith(frame);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      // What a prompt stands before is typed without it.
      await navigator.clipboard.writeText(block.textContent.replaceAll(/^\$ /gm, ''));
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    });
    frame.append(block, button);
  }
