// Starts the program, after parts.js.
performance.mark('terugblik:boot');
// The page was read to its end by now. Should its words in this language be missing, nothing stays hidden.
delete document.documentElement.dataset.swap;

// The program is two modules. The first holds what is needed to open, answer and save; the second holds all pages and
// takes over when one is opened that the first does not have.
// Its pages would stand there without style otherwise: the sheet comes first.
function styles({ href, integrity }) {
  return new Promise((resolve, reject) => {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', crossOrigin: 'anonymous' });
    sheet.integrity = integrity;
    sheet.onload = resolve;
    sheet.onerror = reject;
    sheet.href = href;
    document.head.append(sheet);
  });
}

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
    await styles(links('terugblik-wing-styles')[0]);
    // As a modulepreload its integrity is checked, which import() alone does not do.
    const preload = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: glue.href });
    preload.integrity = glue.integrity;
    document.head.append(preload);
    await run(glue, links('terugblik-wing-wasm')[0], quiet && calm);
  })();
  quietly(second.catch(() => (second = undefined)));
  return second;
};

async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('This browser has no WebAssembly');
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
  // Words only: the page stays as it is, with what the person typed.
  for (const message of document.querySelectorAll('[data-start-failed]')) message.hidden = false;
});
