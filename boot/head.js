// Settles language, appearance and place before the first paint, and keeps what is typed before the program is there.
// Classic and parser-blocking, so everything here delays the page: at most 1,024 bytes once minified. What needs the page
// itself is in first.js.
(() => {
  const root = document.documentElement;
  const page = root.dataset;
  const rendered = root.lang;
  const declared = (page.languages || rendered).split(' ');
  const state = (window.terugblik = { early: {} });
  const query = new URLSearchParams(location.search);
  const find = (css) => document.querySelector(css);

  // Reading the property `localStorage` throws where a browser blocks storage.
  let settings = {};
  try {
    settings = JSON.parse(localStorage.getItem('terugblik/settings')) || settings;
  } catch {}

  const primary = (tag) => `${tag}`.split('-')[0].toLowerCase();
  const nearest = (wish) =>
    wish && (declared.includes(wish) ? wish : declared.find((one) => primary(one) === primary(wish)));
  const wishes = [query.get('lang'), settings.lang, ...navigator.languages, declared[0]];
  const lang = (state.lang = root.lang = wishes.map(nearest).find(Boolean));

  if (settings.scheme) page.scheme = settings.scheme;
  if (settings.text) page.text = settings.text;
  if (/[^#/]/.test(location.hash)) page.place = 'deep';
  // In a frame of somebody's page: the prerendered page, with its way finding, is never shown there.
  if (query.has('embed')) page.embed = '';

  // Hidden until first.js, at the end of the page, has put the words of this language and the question of today in place.
  page.swap = '';

  addEventListener(
    'input',
    ({ target }) => {
      const prompt = target.dataset.prompt;
      if (prompt && state.early) state.early[prompt] = target.value;
    },
    true,
  );

  // boot.js tells of every other failure; of its own it cannot.
  addEventListener(
    'error',
    ({ target }) => {
      if (target.type === 'module') find('[data-start-failed]').hidden = false;
    },
    true,
  );
})();
