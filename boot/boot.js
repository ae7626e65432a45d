// Starts the program, after parts.js.
performance.mark('terugblik:boot');
// The page was read to its end by now. Should its words in this language be missing, nothing stays hidden.
delete document.documentElement.dataset.swap;

// Fetches a sheet or a module. A module's integrity is checked so, which import() alone does not do.
function linked(rel, { href, integrity }) {
  return new Promise((onload, reject) => {
    const link = document.createElement('link');
    // Another try brings another one.
    const onerror = (error) => {
      link.remove();
      reject(error);
    };
    document.head.append(Object.assign(link, { rel, crossOrigin: 'anonymous', integrity, onload, onerror, href }));
  });
}

// Where nothing starts, or the program breaks: a page without it, from a script that is fetched only then.
const { rescue } = state;
state.rescue = () => {
  rescue();
  const [page] = links('terugblik-rescue');
  quietly(linked('modulepreload', page));
  quietly(import(page.href));
};

// A program that broke must not write any more: what it knows may be half of something. Whatever was thrown, in a trap or
// through it, names where it comes from.
const broke = ({ error, reason = error }) => {
  if (!/wasm-function/.test(reason?.stack)) return;
  state.rescue();
  Object.assign(Storage.prototype, { setItem: 0, removeItem: 0 });
  Object.assign(IDBObjectStore.prototype, { put: 0, delete: 0, clear: 0 });
};
addEventListener('error', broke);
addEventListener('unhandledrejection', broke);

// The program is two modules. The first holds what is needed to open, answer and save; the second holds all pages and
// takes over when one is opened that the first does not have.

// What the second module adds to a field (the way back from erasing, the warning about names) is for the page in use too.
// There it takes over unasked, so only when nobody notices: the focus is nowhere, or in the one field whose text, caret and
// focus move along, and nothing was typed for a second. Whoever follows a link meanwhile does not wait.
let hurry, hurried;
const calm = () =>
  new Promise((go) => {
    let before;
    const look = () => {
      if (hurry) return go();
      const here = document.activeElement;
      const text = here.matches('textarea[data-prompt]') && here.value;
      const saving = document.querySelector('[data-save=saving]');
      if (!saving && (here === document.body || (text !== false && text === before))) return go((state.quiet = true));
      before = text;
      setTimeout(look, 1000);
    };
    look();
    hurried = look;
  });

let second;
state.wing = (quiet) => {
  if (!quiet) {
    hurry = true;
    hurried?.();
  }
  second ||= (async () => {
    for (const name of ['pages', 'prompts']) quietly(state.part(name, state.lang));
    const [glue] = links('terugblik-wing-glue');
    // Its pages would stand there without style otherwise: the sheet comes first.
    await linked('stylesheet', links('terugblik-wing-styles')[0]);
    quietly(linked('modulepreload', glue));
    await run(glue, links('terugblik-wing-wasm')[0], quiet && calm);
  })();
  quietly(second.catch(() => (second = undefined)));
  return second;
};

async function start() {
  // The address may name a part (#/theme/<part>/…): under way while the program itself is, with the words it needs.
  const named = location.hash.split('/')[2];
  // The same rule as Route::is_first.
  const later =
    // In a frame the second module draws what stands around a page, so it starts at once.
    'embed' in document.documentElement.dataset ||
    /^#\/(themes|journeys?|scans|workshops?|glossary|sources|overview|find|answers)\b|\/(all|answers(\/\d+)?|along)$|^#\/theme\/[^/]+\/?$/.test(
      location.hash,
    );
  for (const name of ['index', (named || later) && 'prompts', named, later && 'pages']) {
    if (name) quietly(state.part(name, state.lang));
  }
  if (later) return state.wing();
  const glue = links('modulepreload').find(({ href }) => href.endsWith('.js'));
  return run(glue, links('terugblik-wasm')[0]);
}

start().catch((error) => {
  console.error(error);
  state.rescue();
});
