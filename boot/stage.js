// Starts the big screen, after parts.js. Language and appearance come in the address and from nowhere else: neither this
// script nor the program it starts reads anything that a browser keeps.
const root = document.documentElement;
const wanted = new URLSearchParams(location.search);
const declared = root.dataset.languages.split(' ');

// The same rule as in head.js.
const primary = (tag) => `${tag}`.split('-')[0].toLowerCase();
const nearest = (wish) =>
  wish && (declared.includes(wish) ? wish : declared.find((one) => primary(one) === primary(wish)));
state.lang = root.lang = [wanted.get('lang'), ...navigator.languages, declared[0]].map(nearest).find(Boolean);
if (['light', 'dark'].includes(wanted.get('scheme'))) root.dataset.scheme = wanted.get('scheme');

async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('This browser has no WebAssembly');
  for (const name of ['index', 'pages', 'prompts', location.hash.split('/')[2]]) {
    if (name) quietly(state.part(name, state.lang));
  }
  await run(links('modulepreload')[0], links('terugblik-wasm')[0]);
}

start().catch((error) => {
  console.error(error);
  state.rescue();
});
