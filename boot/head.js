// Settles language, appearance and place before the first paint, and keeps what is typed before the program is there.
// Classic and parser-blocking, so everything here delays the page: at most 1,024 bytes once minified.
(() => {
  const root = document.documentElement;
  const page = root.dataset;
  const rendered = root.lang;
  const declared = (page.languages || rendered).split(' ');
  const state = (window.terugblik = { early: {} });

  // Reading the property `localStorage` throws where a browser blocks storage.
  let settings;
  try {
    settings = JSON.parse(localStorage.getItem('terugblik/settings'));
  } catch {}
  settings ||= {};

  const primary = (tag) => `${tag}`.split('-')[0].toLowerCase();
  const nearest = (wish) =>
    wish && (declared.includes(wish) ? wish : declared.find((one) => primary(one) === primary(wish)));
  const asked = new URLSearchParams(location.search).get('lang');
  const wishes = [asked, settings.lang, ...navigator.languages, declared[0]];
  const lang = (state.lang = root.lang = wishes.map(nearest).find(Boolean));

  if (settings.scheme) page.scheme = settings.scheme;
  if (settings.text) page.text = settings.text;
  if (!['', '#/'].includes(location.hash)) page.place = 'deep';

  if (lang !== rendered) {
    page.swap = '';
    const swap = () => {
      const words = document.querySelector(`template[data-lang="${lang}"]`);
      const over = document.readyState !== 'loading';
      // Another node after the template, or the end of the page: only then was all of it read.
      if (words && (over || words.nextSibling)) {
        document.querySelector('#app').replaceChildren(words.content);
        words.remove();
      } else if (!over) return;
      delete page.swap;
      observer.disconnect();
    };
    const observer = new MutationObserver(swap);
    observer.observe(root, { childList: true, subtree: true });
    document.onreadystatechange = swap;
  }

  const keep = ({ target }) => {
    const prompt = target.dataset.prompt;
    if (prompt && state.early) state.early[prompt] = target.value;
  };
  addEventListener('input', keep, true);
})();
