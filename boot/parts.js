// Fetches content and programs, each file once. xtask puts it before boot.js and before stage.js: one module each, so that
// neither waits for a further file. Addresses and digests stand as links in the page, so this file is the same for every
// build and works under any sub-path.
const state = (window.terugblik ||= { early: {}, lang: document.documentElement.lang });
const links = (rel) => [...document.querySelectorAll(`link[rel="${rel}"]`)];
const quietly = (promise) => promise.catch(() => {});

// Shows the words that stand hidden in the page for when nothing starts. boot.js adds to it.
state.rescue = () => {
  for (const message of document.querySelectorAll('[data-start-failed]')) message.hidden = false;
};

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

async function run(glue, wasmLink, calm) {
  const wasm = get(wasmLink);
  quietly(wasm);
  const { default: init } = await import(glue.href);
  // Compiled first: between the moment when it may begin and its beginning nothing has to happen any more.
  const ready = calm ? await WebAssembly.compile(await (await wasm).arrayBuffer()) : wasm;
  await calm?.();
  await init({ module_or_path: ready });
}
