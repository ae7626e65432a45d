// Fetches what the program needs, each file once, and starts it. Addresses and digests stand as links in the page,
// so this file is the same for every build and works under any sub-path.
performance.mark('terugblik:boot');
// The page was read to its end by now. Should its words in this language be missing, nothing stays hidden.
delete document.documentElement.dataset.swap;

const state = (window.terugblik ||= { early: {}, lang: document.documentElement.lang });
const links = (rel) => [...document.querySelectorAll(`link[rel="${rel}"]`)];
const quietly = (promise) => promise.catch(() => {});

async function get({ href, integrity }) {
  const response = await fetch(href, { integrity });
  if (!response.ok) throw new Error(`${href}: HTTP status ${response.status}`);
  return response;
}

// Content: window.terugblik.part(name, lang) gives a promise of the text. A failure is not kept, so asking again tries again.
// What the first page needs has a link of its own; the other parts share one, with * for their name, and their digests
// travel with the words of prompts, which every page that shows a part needs anyway.
const asked = new Map();
const linkOf = (rel, lang, fits) => links(rel).find(({ dataset }) => dataset.lang === lang && fits(dataset));

async function read(name, lang) {
  const own = linkOf('terugblik-part', lang, ({ part }) => part === name);
  if (own) return (await get(own)).text();
  const shared = linkOf('terugblik-parts', lang, ({ parts }) => parts.split(' ').includes(name));
  if (!shared) throw new Error(`No content part ${name} in ${lang}`);
  const words = state.part('prompts', lang);
  quietly(words);
  const bytes = await (await get({ href: shared.href.replace('*', name) })).arrayBuffer();
  // Only a secure context has them; elsewhere whoever changes this file can change the page as well.
  const sum = crypto.subtle && new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (sum && btoa(String.fromCharCode(...sum)) !== JSON.parse(await words).digests[name])
    throw new Error(`${name} in ${lang} is not the file that belongs to this page`);
  return new TextDecoder().decode(bytes);
}

state.part = (name, lang) => {
  const key = `${lang}/${name}`;
  if (!asked.has(key)) {
    const text = read(name, lang);
    asked.set(key, text);
    text.catch(() => asked.delete(key));
  }
  return asked.get(key);
};

// The program is two modules. The first holds what is needed to open, answer and save; the second holds all pages and
// takes over when one is opened that the first does not have.
async function run(glue, wasmLink) {
  const wasm = get(wasmLink);
  quietly(wasm);
  const { default: init } = await import(glue.href);
  await init({ module_or_path: wasm });
}

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

let second;
state.wing = () => {
  second ||= (async () => {
    for (const name of ['pages', 'prompts']) quietly(state.part(name, state.lang));
    const [glue] = links('terugblik-wing-glue');
    await styles(links('terugblik-wing-styles')[0]);
    // As a modulepreload its integrity is checked, which import() alone does not do.
    const preload = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: glue.href });
    preload.integrity = glue.integrity;
    document.head.append(preload);
    await run(glue, links('terugblik-wing-wasm')[0]);
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
